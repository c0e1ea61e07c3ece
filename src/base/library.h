/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_BASE_LIBRARY_H
#define LN_BASE_LIBRARY_H

/** Shared libraries that are loaded by who uses them, since with all that they depend on they take
    longer to load than most tables take to convert. */

/** Any function; it is turned into its own type before it is called. */
typedef void (*ln_function)(void);

/** The library of that name ("libraptor2.so.0"), loaded, and never unloaded again: what it brings
    along does not expect that. NULL if it cannot be loaded. */
void*
ln_library_load(const char* file);

/** The function of that name. NULL if the library has none, or is NULL itself. */
ln_function
ln_library_find(void* library, const char* name);

#endif

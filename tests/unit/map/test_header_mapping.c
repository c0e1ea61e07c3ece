/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What the marks of header cells mean, and what is wrong with them. */

#include "header_unit.h"

static void
properties(void)
{
  check_holds("ex:name", "\"propertyUrl\": \"https://example.org/name\"");
  check_holds("schema:name", "\"propertyUrl\": \"http://schema.org/name\"");
  check_holds("<urn:x:y>",
              "{\"name\": \"y\", \"titles\": \"<urn:x:y>\", \"propertyUrl\": \"urn:x:y\"}");
  check_holds("https://example.org/a#b", "\"propertyUrl\": \"https://example.org/a#b\"");
  check_holds("na me",
              "{\"name\": \"na%20me\", \"titles\": \"na me\", \"propertyUrl\": \"#na%20me\"}");
  check_holds(" x ", "{\"name\": \"x\", \"titles\": \"x\", \"propertyUrl\": \"#x\"}");
}

static void
names(void)
{
  check_holds("ex:a\nex:a@fr", "\"name\": \"a_2\"");
  check_holds("ex:id\n@id", "{\"name\": \"id_2\", \"titles\": \"ex:id\"");
  check_holds("ex:", "\"name\": \"column1\"");
}

static void
datatypes(void)
{
  check_holds("a^^date", "\"datatype\": \"date\"");
  check_holds("a^^xsd:date", "\"datatype\": \"date\"");
  check_holds("a^^xsd:int(#0)", "\"datatype\": {\"base\": \"int\", \"format\": \"#0\"}");
  check_holds("a^^edtf",
              "\"datatype\": {\"@id\": \"http://id.loc.gov/datatypes/edtf/EDTF\", "
              "\"base\": \"string\"}");
  check_holds("a^^ex:code", "{\"@id\": \"https://example.org/code\", \"base\": \"string\"}");
}

static void
faults(void)
{
  check_faults("ok\nshcema:name",
               "L0431 2 the prefix \"shcema\" is not known did you mean \"schema\"?\n");
  check_faults("a^^intger",
               "L0408 1 \"intger\" is not a datatype; write one of CSVW, or an IRI did you mean "
               "\"integer\"?\n");
  check_faults(
    "a^^xsd:dat",
    "L0408 1 \"dat\" is not a datatype; write one of CSVW, or an IRI did you mean \"date\"?\n");
  check_faults("a^^date(MM)",
               "L0408 1 the date format lacks a field of the datatype, or has one too many \n");
  check_faults("a@x_y\n<no>",
               "L0430 1 the @language is not a language tag such as en or pt-BR \n"
               "L0430 2 the property \"no\" is no IRI: it has no scheme such as https: \n");
  check_faults("@id\n@id\nex:a[",
               "L0430 3 in the header cell \"ex:a[\", character 5: a [separator] that is not "
               "closed \nL0430 2 a second @id; column 1 is the first \n");
  check_faults("@id[;]",
               "L0430 1 @id has no [separator], (format) or ?(null): a row is about one thing \n");
  check_faults("@type@en", "L0430 1 a @language is for text, not for IRIs \n");
  check_faults("@type^^date", "L0430 1 @type has no ^^datatype \n");
  check_faults("a@en<x>", "L0430 1 a @language is for text, not for IRIs of a <template> \n");
  check_faults("a@en^^date", "L0430 1 a @language is for text, not for a ^^datatype \n");
}

static ln_status
map_again(ln_log* const log)
{
  header_result   r  = {0};
  const ln_status st = map_row(&r, "@id<ex:{}>^^ex:P\nex:a[;]<ex:{}>\nn^^date(d.M.yyyy)?(NA)", log);
  forget(&r);
  return st;
}

static void
failing(void)
{
  const ln_log_policy policy = {.stream = NULL};
  ln_log* const       log    = ln_log_new(&policy);
  CU_ASSERT_PTR_NOT_NULL_FATAL(log);
  CHECK_ALLOC_FAILURES(map_again(log), (void)0);
  ln_log_free(log);
}

static const unit_test tests[] = {
  {"properties", properties},
  {"names", names},
  {"datatypes", datatypes},
  {"faults", faults},
  {"failing allocator", failing},
};

UNIT_MAIN("map/header_mapping", tests)

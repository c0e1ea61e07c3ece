#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Writes the Turtle files of ontology/ that are generated from its CSV files.
#   schemes.sh ONTOLOGY OUT
set -eu
from=$1
out=$2
here=$(cd "$(dirname "$0")" && pwd)

table() { awk -f "$here/csv.awk" "$from/$1.csv"; }

# What every generator shares: columns by name, quoting, one block a subject.
common='
BEGIN { FS = "\t" }
NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
function col(name) { return (name in at) ? $at[name] : "" }
function quoted(text) { gsub(/\\/, "\\\\", text); gsub(/"/, "\\\"", text); return "\"" text "\"@en" }
function each(list, language,    n, parts, i, s) {
  n = split(list, parts, ";"); s = ""
  for (i = 1; i <= n; i++) if (parts[i] != "") s = s (s == "" ? "" : " , ") (language ? quoted(parts[i]) : parts[i])
  return s
}
function begin(subject) { block = subject; between = " " }
function say(predicate, object) { if (object != "") { block = block between predicate " " object; between = " ;\n  " } }
function finish() { print block " ." }
'

head_of() {
  printf '# SPDX-License-Identifier: Apache-2.0\n# Generated from %s; edit that file instead.\n\n' "$1"
  shift
  for p; do
    case $p in
    ln) i=https://w3id.org/liner/ns# ;;
    rdf) i=http://www.w3.org/1999/02/22-rdf-syntax-ns# ;;
    rdfs) i=http://www.w3.org/2000/01/rdf-schema# ;;
    owl) i=http://www.w3.org/2002/07/owl# ;;
    xsd) i=http://www.w3.org/2001/XMLSchema# ;;
    skos) i=http://www.w3.org/2004/02/skos/core# ;;
    dcterms) i=http://purl.org/dc/terms/ ;;
    prov) i=http://www.w3.org/ns/prov# ;;
    schema) i=http://schema.org/ ;;
    edtf) i=http://id.loc.gov/datatypes/edtf/ ;;
    role) i=https://w3id.org/liner/vocab/role/ ;;
    res) i=https://w3id.org/liner/vocab/result/ ;;
    qual) i=https://w3id.org/liner/vocab/qualifier/ ;;
    cert) i=https://w3id.org/liner/vocab/certainty/ ;;
    rank) i=https://w3id.org/liner/vocab/rank/ ;;
    wt) i=https://w3id.org/liner/vocab/work-type/ ;;
    prop) i=https://w3id.org/liner/vocab/property/ ;;
    rel) i=http://id.loc.gov/vocabulary/relators/ ;;
    mbrel) i=https://musicbrainz.org/relationship/ ;;
    mbattr) i=https://musicbrainz.org/relationship-attribute/ ;;
    wd) i=http://www.wikidata.org/entity/ ;;
    wikibase) i=http://wikiba.se/ontology# ;;
    mo) i=http://purl.org/ontology/mo/ ;;
    foaf) i=http://xmlns.com/foaf/0.1/ ;;
    bf) i=http://id.loc.gov/ontologies/bibframe/ ;;
    org) i=http://www.w3.org/ns/org# ;;
    oa) i=http://www.w3.org/ns/oa# ;;
    *) echo "schemes.sh: no prefix $p" >&2; exit 1 ;;
    esac
    printf '@prefix %s: <%s> .\n' "$p" "$i"
  done
  echo
}

# scheme FILE SEGMENT PREFIX LABEL COMMENT CLASS
scheme() {
  {
    if test "$6" = ln:Role; then head_of "$1.csv" ln rdfs skos "$3"; else head_of "$1.csv" rdfs skos "$3"; fi
    printf '<https://w3id.org/liner/vocab/%s> a skos:ConceptScheme ;\n' "$2"
    printf '  skos:prefLabel "%s"@en ;\n  rdfs:label "%s"@en ;\n  rdfs:comment "%s"@en .\n' "$4" "$4" "$5"
    table "$1" | awk -v prefix="$3" -v class="$6" -v scheme="<https://w3id.org/liner/vocab/$2>" "$common"'
    {
      print ""
      begin(prefix ":" col("notation"))
      say("a", class)
      say("skos:inScheme", scheme)
      say("skos:prefLabel", quoted(col("label")))
      say("rdfs:label", quoted(col("label")))
      say("skos:notation", "\"" col("notation") "\"")
      say("skos:altLabel", each(col("aliases"), 1))
      say("rdfs:comment", quoted(col("comment")))
      if (col("broader") != "") say("skos:broader", prefix ":" col("broader"))
      else say("skos:topConceptOf", scheme)
      finish()
    }'
  } >"$out/$1.ttl"
}

# matches FILE PREFIX TITLE: the part of the alignments that stands in a scheme's own file
matches() {
  table "$1" | awk -v prefix="$2" -v title="$3" "$common"'
  {
    begin(prefix ":" col("notation"))
    start = block
    exact = (col("relator") != "" ? "rel:" col("relator") ";" : "") col("exact_match")
    say("skos:exactMatch", each(exact, 0))
    say("skos:closeMatch", each(col("close_match"), 0))
    say("skos:broadMatch", each(col("broad_match"), 0))
    say("skos:relatedMatch", each(col("related_match"), 0))
    if (block != start) {
      if (!any++) print "\n# ---- " title
      print ""
      finish()
    }
  }'
}

properties() {
  head_of properties.csv ln owl rdf rdfs xsd skos edtf prop
  printf '<https://w3id.org/liner/vocab/property> a owl:Ontology ;\n  rdfs:label "Properties of claims"@en ;\n'
  printf '  rdfs:comment "%s"@en .\n' \
    'Properties for what sources say about people, groups, places, works and awards beyond the liner ontology.'
  table properties | awk "$common"'
  BEGIN {
    range["agent"] = "ln:Agent"; range["work"] = "ln:Work"; range["place"] = "ln:Place"; range["role"] = "ln:Role"
    range["date"] = "edtf:EDTF"; range["integer"] = "xsd:integer"; range["text"] = "rdfs:Literal"
    own = "https://w3id.org/liner/vocab/property/"
  }
  index(col("iri"), own) == 1 {
    print ""
    begin("prop:" col("notation"))
    say("a", "rdf:Property" (col("single") == "one" ? " , owl:FunctionalProperty" : ""))
    if (col("broader") != "") say("rdfs:subPropertyOf", "prop:" col("broader"))
    say("rdfs:range", range[col("range")])
    say("rdfs:isDefinedBy", "<https://w3id.org/liner/vocab/property>")
    say("rdfs:label", quoted(col("label")))
    say("skos:notation", "\"" col("notation") "\"")
    say("skos:altLabel", each(col("aliases"), 1))
    say("rdfs:comment", quoted(col("comment")))
    finish()
  }'
}

relators() {
  head_of roles.csv rdf rdfs rel
  table roles | awk "$common"'
  col("relator") != "" {
    if (any++) print ""
    begin("rel:" col("relator"))
    say("a", "rdf:Property")
    say("rdfs:label", quoted(col("label")))
    say("rdfs:comment", quoted("Shortcut from a work to an agent with an undoubted, unqualified credit on it in the role " col("label") "."))
    finish()
  }'
}

alignments() {
  head_of 'alignments.csv and the match columns of the other CSV files' \
    ln rdfs skos role res qual rank wt schema foaf bf org oa prov dcterms mo rel mbrel mbattr wd wikibase
  echo '# ---- the ontology'
  table alignments | awk "$common"'
  { if (!(col("term") in known)) { order[++n] = col("term"); known[col("term")] = 1 }
    key = col("term") SUBSEP col("relation"); list[key] = list[key] ";" col("target") }
  END {
    k = split("rdfs:subClassOf rdfs:subPropertyOf rdfs:seeAlso", relation, " ")
    for (i = 1; i <= n; i++) {
      print ""
      begin(order[i])
      for (j = 1; j <= k; j++) say(relation[j], each(list[order[i] SUBSEP relation[j]], 0))
      finish()
    }
  }'
  matches roles role roles
  matches results res results
  matches qualifiers qual qualifiers
  matches work-types wt 'work types'
  matches certainties cert certainties
  matches ranks rank ranks
}

scheme roles role role Roles 'Kinds of contributions to a work, and positions held.' ln:Role
scheme results result res Results 'Outcomes of an entry for an award.' skos:Concept
scheme qualifiers qualifier qual Qualifiers 'Words that narrow a role.' skos:Concept
scheme work-types work-type wt 'Work types' 'Kinds of works.' skos:Concept
scheme certainties certainty cert Certainties 'How sure an editor is.' skos:Concept
scheme ranks rank rank Ranks 'Verdicts on claims.' skos:Concept
properties >"$out/properties.ttl"
relators >"$out/relators.ttl"
alignments >"$out/alignments.ttl"

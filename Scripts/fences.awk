# Reads the table, the manifest and the sources, in that order; see check-fences.

FNR == 1 {
  state = "code"
  depth = 0
  held = ""
  named = 1
  kind = FILENAME ~ /fences$/ ? "table" : FILENAME ~ /Package\.swift$/ ? "manifest" : "source"
  if (kind == "source") enter_source()
}

kind == "table" {
  sub(/#.*/, "")
  for (i = 2; i <= NF; i++) allowed[$1, $i] = 1
  if (NF > 0) row[$1] = 1
}

# An opening parenthesis of a target begins a chunk; every string behind `dependencies:` and `linkedLibrary` must
# be in the row of the chunk's name. Comments are cut off; only a package's address has // within a string.
kind == "manifest" {
  if (/\.package\(/) {
    complain(FNR, "an outside package; what libraries should do is done by those that distributions carry")
    next
  }
  sub(/(^|[^:])\/\/.*/, "")
  text = $0
  while (match(text, /[tT]arget\(|name:|dependencies:|linkedLibrary\(|"[^"]*"|\]/)) {
    token = substr(text, RSTART, RLENGTH)
    text = substr(text, RSTART + RLENGTH)
    if (token ~ /arget\($/) {
      if (inside != "dependencies") { named = 0; inside = "" }
    } else if (token == "]") inside = ""
    else if (token ~ /^"/) manifest_string(substr(token, 2, length(token) - 2))
    else if (token == "name:" && inside == "dependencies") continue
    else if (token == "name:") inside = named ? "" : "name"
    else inside = token ~ /^dep/ ? "dependencies" : "library"
  }
}

kind == "source" && module in row {
  line = code($0)
  if (held != "") line = held " " line
  held = ""
  if (line !~ /import/) next
  pieces = split(line, piece, ";")
  for (p = 1; p <= pieces; p++) statement(piece[p], p == pieces)
}

function complain(line, what) {
  printf "%s:%d: %s\n", FILENAME, line, what
  broken = 1
}

function manifest_string(value) {
  if (inside == "name") {
    target = value
    named = 1
    inside = ""
    if (!(target in row)) complain(FNR, "module \"" target "\" has no row in Scripts/fences")
  } else if (inside != "" && !may(target, value, "")) {
    complain(FNR, "\"" target "\" may not depend on \"" value "\" (Scripts/fences)")
  }
  if (inside == "library") inside = ""
}

function enter_source(   parts) {
  split(FILENAME, parts, "/")
  module = parts[2]
  within = substr(FILENAME, length(parts[1] "/" parts[2]) + 2)
  if (!(module in row)) complain(1, "module \"" module "\" has no row in Scripts/fences")
}

# A statement may go on in the next line, since attributes and `import` can be lines of their own.
function statement(text, isLast,   name) {
  while (sub(/^[ \t]*(@[A-Za-z_]+([ \t]*\([^)]*\))?|public|package|internal|fileprivate|private|open)[ \t]*/, "", text));
  if (text !~ /^[ \t]*import([ \t`]|$)/) return
  sub(/^[ \t]*import[ \t]*/, "", text)
  name = text
  sub(/^(typealias|struct|class|enum|protocol|let|var|func|actor)([ \t]+|$)/, "", name)
  if (name ~ /^[ \t]*$/) {
    if (isLast) held = "import " text
    return
  }
  gsub(/[`]/, "", name)
  sub(/[^A-Za-z0-9_].*/, "", name)
  if (!may(module, name, within)) complain(FNR, module " may not import " name " (Scripts/fences)")
}

function may(importer, name, file,   pattern, suffix) {
  if (listed(importer, name, file)) return 1
  for (pattern in row) {
    if (pattern !~ /^\*/) continue
    suffix = substr(pattern, 2)
    if (substr(importer, length(importer) - length(suffix) + 1) == suffix && listed(pattern, name, file)) return 1
  }
  return 0
}

# In the manifest a module counts as listed also where one file alone may import it.
function listed(importer, name, file,   entry, parts) {
  if ((importer, name) in allowed) return 1
  if (file != "") return (importer, name "[" file "]") in allowed
  for (entry in allowed) {
    split(entry, parts, SUBSEP)
    if (parts[1] == importer && index(parts[2], name "[") == 1) return 1
  }
  return 0
}

# The line without comments, and with "" for every string; `state` and `depth` last from line to line.
function code(line,   out, i, two, three, n) {
  if (state == "code" && line !~ /["\/]/) return line
  out = ""
  n = length(line)
  for (i = 1; i <= n; i++) {
    two = substr(line, i, 2)
    three = substr(line, i, 3)
    if (state == "comment") {
      if (two == "/*") { depth++; i++ }
      else if (two == "*/") { i++; if (--depth == 0) { state = "code"; out = out " " } }
    } else if (state == "text") {
      if (hashes == "" && substr(line, i, 1) == "\\") i++
      else if (substr(line, i, 3 + length(hashes)) == "\"\"\"" hashes) { i += 2 + length(hashes); state = "code" }
    } else if (state == "string") {
      if (hashes == "" && substr(line, i, 1) == "\\") {
        i++
        if (substr(line, i, 1) == "(") i = after_interpolation(line, i)
      } else if (substr(line, i, 1 + length(hashes)) == "\"" hashes) { i += length(hashes); state = "code" }
    } else if (two == "//") break
    else if (two == "/*") { state = "comment"; depth = 1; i++ }
    else if (match(substr(line, i), /^#*"/)) {
      hashes = substr(line, i, RLENGTH - 1)
      i += RLENGTH - 1
      out = out "\"\""
      if (substr(line, i, 3) == "\"\"\"") { state = "text"; i += 2 } else state = "string"
    } else out = out substr(line, i, 1)
  }
  if (state == "string") state = "code"
  return out
}

# The index of the parenthesis that closes the one at `i`; strings in between are skipped.
function after_interpolation(line, i,   open, quoted, c) {
  open = 0
  for (; i <= length(line); i++) {
    c = substr(line, i, 1)
    if (quoted) { if (c == "\\") i++; else if (c == "\"") quoted = 0 }
    else if (c == "\"") quoted = 1
    else if (c == "(") open++
    else if (c == ")" && --open == 0) return i
  }
  return i
}

END { exit broken }

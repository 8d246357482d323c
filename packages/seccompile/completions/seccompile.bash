# bash completion for seccompile; "seccompile complete bash" prints it.
#
# The words up to the cursor go to "seccompile complete-words" as they are, and are never evaluated. Bash divides words at
# ":" and "=", and replaces only what stands behind the last of them. So the parts are joined first, and the beginning is
# taken off each candidate.
_seccompile() {
  local line=${COMP_LINE:0:COMP_POINT} words=() part i
  for ((i = 0; i <= COMP_CWORD; i++)); do
    if ((i == 0)) || [[ -z $line || $line == [[:blank:]]* ]]; then
      line=${line#"${line%%[![:blank:]]*}"}
      words+=('')
    fi
    part=${COMP_WORDS[i]}
    ((i == COMP_CWORD)) && part=$line
    words[${#words[@]} - 1]+=$part
    line=${line#"$part"}
  done
  # What is typed in quotes bash replaces as a whole. Without quotes a candidate needs escapes where the word has some.
  local typed=${words[${#words[@]} - 1]} word before='' escaped=''
  word=${typed//[\"\'\\]/}
  words[${#words[@]} - 1]=$word
  [[ $typed != *[\"\']* && $word == *[:=]* ]] && before=${word%"${word##*[:=]}"}
  [[ $typed != *[\"\']* && $typed != "$word" ]] && escaped=1

  local candidate found=none kind path
  COMPREPLY=()
  while IFS=$'\t' read -r candidate _; do
    if [[ $candidate == :* ]]; then
      found=${candidate#:}
      continue
    fi
    part=${candidate#"$before"}
    [[ -n $escaped ]] && printf -v part %q "$part"
    COMPREPLY+=("$part")
    [[ $candidate == *[:=] ]] && compopt -o nospace 2>/dev/null
  done < <("${words[0]/#~\//$HOME/}" complete-words -- "${words[@]:1}" 2>/dev/null)

  case $found in
    files) kind=-f ;;
    folders) kind=-d ;;
    programs) kind=-c ;;
    *) return 0 ;;
  esac
  # Bash marks folders and quotes names itself, unless a candidate stands beside them: it would quote ":" too.
  local -i count=${#COMPREPLY[@]}
  ((count == 0)) && [[ $kind != -c ]] && compopt -o filenames 2>/dev/null
  while IFS= read -r path; do
    if ((count > 0)); then
      part=''
      [[ -d $path && $kind != -c ]] && part=/
      [[ $typed == "$word" ]] && printf -v path %q "$path"
      path+=$part
    fi
    COMPREPLY+=("$path")
  done < <(compgen "$kind" -- "${word#"$before"}")
  return 0
}
complete -F _seccompile seccompile

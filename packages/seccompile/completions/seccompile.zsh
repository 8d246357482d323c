#compdef seccompile
# zsh completion for seccompile; "seccompile complete zsh" prints it.
#
# The words up to the cursor go to "seccompile complete-words" as they are, and are never evaluated.
_seccompile() {
  local -a answer whole begun
  local line value found=none
  local -i missing=1
  answer=("${(@f)$("${(Q)words[1]}" complete-words -- "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}")
  for line in "${answer[@]}"; do
    if [[ $line == :* ]]; then
      found=${line#:}
      continue
    fi
    value=${line%%$'\t'*}
    line=${value//:/\\:}:${line#*$'\t'}
    if [[ $value == *[:=] ]]; then
      begun+=("$line")
    else
      whole+=("$line")
    fi
  done
  if (( $#whole )); then
    _describe -t values value whole && missing=0
  fi
  if (( $#begun )); then
    _describe -t beginnings beginning begun -S '' && missing=0
  fi
  [[ $found != none && $PREFIX == --*=* ]] && compset -P '*='
  case $found in
    files) _files && missing=0 ;;
    folders) _files -/ && missing=0 ;;
    programs) _command_names -e && missing=0 ;;
  esac
  return $missing
}
# As a file of $fpath, this text is the function; otherwise it registers the function.
if [[ $funcstack[1] == _seccompile ]]; then
  _seccompile "$@"
else
  compdef _seccompile seccompile
fi

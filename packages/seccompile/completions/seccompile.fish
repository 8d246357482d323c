# fish completion for seccompile; "seccompile complete fish" prints it.
#
# The words up to the cursor go to "seccompile complete-words" as they are, and are never evaluated.
function __seccompile_complete
    set -l words (commandline -opc)
    set -l word (commandline -ct)
    set -l found none
    for line in ($words[1] complete-words -- $words[2..-1] "$word" 2>/dev/null)
        if string match -q ':*' -- $line
            set found (string sub -s 2 -- $line)
        else
            printf '%s\n' $line
        end
    end
    set -l before (string match -r -- '^--[^=]*=' "$word")
    set -l rest (string replace -r -- '^--[^=]*=' '' "$word")
    switch $found
        case files
            for path in (__fish_complete_path "$rest")
                printf '%s%s\n' "$before" $path
            end
        case folders
            for path in (__fish_complete_directories "$rest")
                printf '%s%s\n' "$before" $path
            end
        case programs
            complete -C "$rest"
    end
end
complete -c seccompile -f -a '(__seccompile_complete)'

# Completion of relroute for fish. Keep it for every new shell with
#   relroute completion fish > ~/.config/fish/completions/relroute.fish

function __relroute_answer
    set -l before (commandline -opc)
    set -l current (commandline -ct)
    set -l place (math (count $before) - 1)
    set -l lines ($before[1] completion answer $place -- $before[2..-1] "$current" 2>/dev/null)
    switch "$lines[1]"
        case files
            __fish_complete_path "$current"
        case folders
            __fish_complete_directories "$current"
        case '*'
            for line in $lines[2..-1]
                echo $line
            end
    end
end

complete -c relroute -f -a '(__relroute_answer)'

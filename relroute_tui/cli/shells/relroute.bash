# Completion of relroute for bash. Keep it for every new shell with
#   relroute completion bash > ~/.local/share/bash-completion/completions/relroute
# or, without the package bash-completion, source it from ~/.bashrc.

_relroute() {
    local current=${COMP_WORDS[COMP_CWORD]} kind word about
    COMPREPLY=()
    {
        IFS= read -r kind
        while IFS=$'\t' read -r word about; do
            [[ $current == [\"\']* ]] || printf -v word %q "$word"
            COMPREPLY+=("$word")
        done
    } < <("$1" completion answer "$((COMP_CWORD - 1))" -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
    local IFS=$'\n'
    case $kind in
        files) COMPREPLY=($(compgen -f -- "$current")) ;;
        folders) COMPREPLY=($(compgen -d -- "$current")) ;;
        *) return ;;
    esac
    compopt -o filenames 2>/dev/null || true
}
complete -F _relroute relroute

# Completion of relroute for PowerShell. Keep it for every new shell: add this line to the file $PROFILE
#   relroute completion powershell | Out-String | Invoke-Expression

Register-ArgumentCompleter -Native -CommandName relroute -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $typed = @($commandAst.CommandElements | Where-Object { $_.Extent.StartOffset -lt $cursorPosition })
    $words = @($typed | Select-Object -Skip 1 | ForEach-Object { $_.Extent.Text.Trim('"', "'") })
    $place = if ($wordToComplete) { $words.Count - 1 } else { $words.Count }
    $lines = @(& $typed[0].Extent.Text completion answer $place '--' @words 2>$null)
    if ($lines.Count -lt 2 -or $lines[0] -ne 'words') { return }
    foreach ($line in $lines[1..($lines.Count - 1)]) {
        $value, $about = $line -split "`t", 2
        $text = if ($value -match '\s') { "'" + $value.Replace("'", "''") + "'" } else { $value }
        $tip = if ($about) { $about } else { $value }
        [System.Management.Automation.CompletionResult]::new($text, $value, 'ParameterValue', $tip)
    }
}

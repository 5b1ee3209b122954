
using namespace System.Management.Automation
using namespace System.Management.Automation.Language

Register-ArgumentCompleter -Native -CommandName 'racklet-flash' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $commandElements = $commandAst.CommandElements
    $command = @(
        'racklet-flash'
        for ($i = 1; $i -lt $commandElements.Count; $i++) {
            $element = $commandElements[$i]
            if ($element -isnot [StringConstantExpressionAst] -or
                $element.StringConstantType -ne [StringConstantType]::BareWord -or
                $element.Value.StartsWith('-') -or
                $element.Value -eq $wordToComplete) {
                break
        }
        $element.Value
    }) -join ';'

    $completions = @(switch ($command) {
        'racklet-flash' {
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as pcapng, for Wireshark')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON object a line on stdout, and nothing else there')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the plan, touch nothing')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Every board in a recovery mode: port, vendor, SoC, mode, whether it can be opened')
            [CompletionResult]::new('doctor', 'doctor', [CompletionResultType]::ParameterValue, 'What stands in the way between this machine and its boards: permissions, rules, busy boards, hubs')
            [CompletionResult]::new('boards', 'boards', [CompletionResultType]::ParameterValue, 'The board database; for one board how it gets into recovery')
            [CompletionResult]::new('fel', 'fel', [CompletionResultType]::ParameterValue, 'Allwinner''s mask ROM')
            [CompletionResult]::new('image', 'image', [CompletionResultType]::ParameterValue, 'Image files: what they are, and whether they are sound')
            [CompletionResult]::new('rockchip', 'rockchip', [CompletionResultType]::ParameterValue, 'Rockchip''s files')
            [CompletionResult]::new('rk', 'rk', [CompletionResultType]::ParameterValue, 'Rockchip''s files')
            [CompletionResult]::new('virtual', 'virtual', [CompletionResultType]::ParameterValue, 'Boards that are not there')
            [CompletionResult]::new('udev', 'udev', [CompletionResultType]::ParameterValue, 'Print the udev rules that let users open boards')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Print a completion script')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Print the manual page (of a subcommand where one is named)')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;list' {
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as pcapng, for Wireshark')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON object a line on stdout, and nothing else there')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the plan, touch nothing')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'racklet-flash;doctor' {
            [CompletionResult]::new('--root', '--root', [CompletionResultType]::ParameterName, 'Look at the machine whose files are below DIR')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as pcapng, for Wireshark')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON object a line on stdout, and nothing else there')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the plan, touch nothing')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'racklet-flash;boards' {
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as pcapng, for Wireshark')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON object a line on stdout, and nothing else there')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the plan, touch nothing')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'racklet-flash;fel' {
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as pcapng, for Wireshark')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON object a line on stdout, and nothing else there')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the plan, touch nothing')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('version', 'version', [CompletionResultType]::ParameterValue, 'Ask the board who it is')
            [CompletionResult]::new('ver', 'ver', [CompletionResultType]::ParameterValue, 'Ask the board who it is')
            [CompletionResult]::new('read', 'read', [CompletionResultType]::ParameterValue, 'Read memory into a file (- is stdout)')
            [CompletionResult]::new('write', 'write', [CompletionResultType]::ParameterValue, 'Write files to memory (- is stdin)')
            [CompletionResult]::new('exec', 'exec', [CompletionResultType]::ParameterValue, 'Branch to code, and see to it that it comes back')
            [CompletionResult]::new('exe', 'exe', [CompletionResultType]::ParameterValue, 'Branch to code, and see to it that it comes back')
            [CompletionResult]::new('hexdump', 'hexdump', [CompletionResultType]::ParameterValue, 'Show memory in hexadecimal')
            [CompletionResult]::new('hex', 'hex', [CompletionResultType]::ParameterValue, 'Show memory in hexadecimal')
            [CompletionResult]::new('dump', 'dump', [CompletionResultType]::ParameterValue, 'Write memory to stdout as it is')
            [CompletionResult]::new('readl', 'readl', [CompletionResultType]::ParameterValue, 'Read 32-bit registers')
            [CompletionResult]::new('writel', 'writel', [CompletionResultType]::ParameterValue, 'Write 32-bit registers, in order')
            [CompletionResult]::new('fill', 'fill', [CompletionResultType]::ParameterValue, 'Fill memory with a byte')
            [CompletionResult]::new('clear', 'clear', [CompletionResultType]::ParameterValue, 'Fill memory with zeroes')
            [CompletionResult]::new('sid', 'sid', [CompletionResultType]::ParameterValue, 'Show the SoC''s unique number, or all of its eFuses')
            [CompletionResult]::new('spl', 'spl', [CompletionResultType]::ParameterValue, 'Run an SPL that comes back; a U-Boot behind it is loaded, not started')
            [CompletionResult]::new('uboot', 'uboot', [CompletionResultType]::ParameterValue, 'Run an SPL, load U-Boot and whatever else, start it')
            [CompletionResult]::new('reset64', 'reset64', [CompletionResultType]::ParameterValue, 'Start 64-bit code (the board leaves FEL)')
            [CompletionResult]::new('wdreset', 'wdreset', [CompletionResultType]::ParameterValue, 'Reset the board by its watchdog')
            [CompletionResult]::new('dump-rom', 'dump-rom', [CompletionResultType]::ParameterValue, 'Read the boot ROM into a file')
            [CompletionResult]::new('chips', 'chips', [CompletionResultType]::ParameterValue, 'List every SoC that is known')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;fel;version' {
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as pcapng, for Wireshark')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON object a line on stdout, and nothing else there')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the plan, touch nothing')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'racklet-flash;fel;ver' {
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as pcapng, for Wireshark')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON object a line on stdout, and nothing else there')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the plan, touch nothing')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'racklet-flash;fel;read' {
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as pcapng, for Wireshark')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON object a line on stdout, and nothing else there')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the plan, touch nothing')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'racklet-flash;fel;write' {
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as pcapng, for Wireshark')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--verify', '--verify', [CompletionResultType]::ParameterName, 'Read everything back and compare')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON object a line on stdout, and nothing else there')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the plan, touch nothing')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'racklet-flash;fel;exec' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'The longest that it may take')
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as pcapng, for Wireshark')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--no-return', '--no-return', [CompletionResultType]::ParameterName, 'The code is not to come back')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON object a line on stdout, and nothing else there')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the plan, touch nothing')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'racklet-flash;fel;exe' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'The longest that it may take')
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as pcapng, for Wireshark')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--no-return', '--no-return', [CompletionResultType]::ParameterName, 'The code is not to come back')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON object a line on stdout, and nothing else there')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the plan, touch nothing')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'racklet-flash;fel;hexdump' {
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as pcapng, for Wireshark')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON object a line on stdout, and nothing else there')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the plan, touch nothing')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'racklet-flash;fel;hex' {
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as pcapng, for Wireshark')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON object a line on stdout, and nothing else there')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the plan, touch nothing')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'racklet-flash;fel;dump' {
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as pcapng, for Wireshark')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON object a line on stdout, and nothing else there')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the plan, touch nothing')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'racklet-flash;fel;readl' {
            [CompletionResult]::new('--count', '--count', [CompletionResultType]::ParameterName, 'So many registers in a row from each address on')
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as pcapng, for Wireshark')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON object a line on stdout, and nothing else there')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the plan, touch nothing')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'racklet-flash;fel;writel' {
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as pcapng, for Wireshark')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON object a line on stdout, and nothing else there')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the plan, touch nothing')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'racklet-flash;fel;fill' {
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as pcapng, for Wireshark')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON object a line on stdout, and nothing else there')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the plan, touch nothing')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'racklet-flash;fel;clear' {
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as pcapng, for Wireshark')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON object a line on stdout, and nothing else there')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the plan, touch nothing')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'racklet-flash;fel;sid' {
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as pcapng, for Wireshark')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--registers', '--registers', [CompletionResultType]::ParameterName, 'Read through the SID''s own registers, not its memory map')
            [CompletionResult]::new('--dump', '--dump', [CompletionResultType]::ParameterName, 'Every section of the eFuses')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON object a line on stdout, and nothing else there')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the plan, touch nothing')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'racklet-flash;fel;spl' {
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as pcapng, for Wireshark')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON object a line on stdout, and nothing else there')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the plan, touch nothing')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'racklet-flash;fel;uboot' {
            [CompletionResult]::new('-w', '-w', [CompletionResultType]::ParameterName, 'Load a file before the start; a script or environment among them is passed to U-Boot; repeatable')
            [CompletionResult]::new('--write', '--write', [CompletionResultType]::ParameterName, 'Load a file before the start; a script or environment among them is passed to U-Boot; repeatable')
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'Have U-Boot run this: a boot.scr, or the plain text of a script')
            [CompletionResult]::new('--script', '--script', [CompletionResultType]::ParameterName, 'Have U-Boot run this: a boot.scr, or the plain text of a script')
            [CompletionResult]::new('--script-address', '--script-address', [CompletionResultType]::ParameterName, 'Where the script goes')
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as pcapng, for Wireshark')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON object a line on stdout, and nothing else there')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the plan, touch nothing')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'racklet-flash;fel;reset64' {
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as pcapng, for Wireshark')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON object a line on stdout, and nothing else there')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the plan, touch nothing')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'racklet-flash;fel;wdreset' {
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as pcapng, for Wireshark')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON object a line on stdout, and nothing else there')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the plan, touch nothing')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'racklet-flash;fel;dump-rom' {
            [CompletionResult]::new('--length', '--length', [CompletionResultType]::ParameterName, 'Bytes, where they are to be other than known')
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as pcapng, for Wireshark')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON object a line on stdout, and nothing else there')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the plan, touch nothing')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'racklet-flash;fel;chips' {
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as pcapng, for Wireshark')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON object a line on stdout, and nothing else there')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the plan, touch nothing')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'racklet-flash;fel;help' {
            [CompletionResult]::new('version', 'version', [CompletionResultType]::ParameterValue, 'Ask the board who it is')
            [CompletionResult]::new('read', 'read', [CompletionResultType]::ParameterValue, 'Read memory into a file (- is stdout)')
            [CompletionResult]::new('write', 'write', [CompletionResultType]::ParameterValue, 'Write files to memory (- is stdin)')
            [CompletionResult]::new('exec', 'exec', [CompletionResultType]::ParameterValue, 'Branch to code, and see to it that it comes back')
            [CompletionResult]::new('hexdump', 'hexdump', [CompletionResultType]::ParameterValue, 'Show memory in hexadecimal')
            [CompletionResult]::new('dump', 'dump', [CompletionResultType]::ParameterValue, 'Write memory to stdout as it is')
            [CompletionResult]::new('readl', 'readl', [CompletionResultType]::ParameterValue, 'Read 32-bit registers')
            [CompletionResult]::new('writel', 'writel', [CompletionResultType]::ParameterValue, 'Write 32-bit registers, in order')
            [CompletionResult]::new('fill', 'fill', [CompletionResultType]::ParameterValue, 'Fill memory with a byte')
            [CompletionResult]::new('clear', 'clear', [CompletionResultType]::ParameterValue, 'Fill memory with zeroes')
            [CompletionResult]::new('sid', 'sid', [CompletionResultType]::ParameterValue, 'Show the SoC''s unique number, or all of its eFuses')
            [CompletionResult]::new('spl', 'spl', [CompletionResultType]::ParameterValue, 'Run an SPL that comes back; a U-Boot behind it is loaded, not started')
            [CompletionResult]::new('uboot', 'uboot', [CompletionResultType]::ParameterValue, 'Run an SPL, load U-Boot and whatever else, start it')
            [CompletionResult]::new('reset64', 'reset64', [CompletionResultType]::ParameterValue, 'Start 64-bit code (the board leaves FEL)')
            [CompletionResult]::new('wdreset', 'wdreset', [CompletionResultType]::ParameterValue, 'Reset the board by its watchdog')
            [CompletionResult]::new('dump-rom', 'dump-rom', [CompletionResultType]::ParameterValue, 'Read the boot ROM into a file')
            [CompletionResult]::new('chips', 'chips', [CompletionResultType]::ParameterValue, 'List every SoC that is known')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;fel;help;version' {
            break
        }
        'racklet-flash;fel;help;read' {
            break
        }
        'racklet-flash;fel;help;write' {
            break
        }
        'racklet-flash;fel;help;exec' {
            break
        }
        'racklet-flash;fel;help;hexdump' {
            break
        }
        'racklet-flash;fel;help;dump' {
            break
        }
        'racklet-flash;fel;help;readl' {
            break
        }
        'racklet-flash;fel;help;writel' {
            break
        }
        'racklet-flash;fel;help;fill' {
            break
        }
        'racklet-flash;fel;help;clear' {
            break
        }
        'racklet-flash;fel;help;sid' {
            break
        }
        'racklet-flash;fel;help;spl' {
            break
        }
        'racklet-flash;fel;help;uboot' {
            break
        }
        'racklet-flash;fel;help;reset64' {
            break
        }
        'racklet-flash;fel;help;wdreset' {
            break
        }
        'racklet-flash;fel;help;dump-rom' {
            break
        }
        'racklet-flash;fel;help;chips' {
            break
        }
        'racklet-flash;fel;help;help' {
            break
        }
        'racklet-flash;image' {
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as pcapng, for Wireshark')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON object a line on stdout, and nothing else there')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the plan, touch nothing')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('info', 'info', [CompletionResultType]::ParameterValue, 'Say what a file is (compressed, sparse, with a bmap; GPT, loader, SPL, FIT, package…) and whether it is sound. All of it is read')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;image;info' {
            [CompletionResult]::new('--bmap', '--bmap', [CompletionResultType]::ParameterName, 'The image''s bmap (otherwise one beside it is found: FILE.bmap)')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as pcapng, for Wireshark')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--no-bmap', '--no-bmap', [CompletionResultType]::ParameterName, 'Ignore a bmap beside the image')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON object a line on stdout, and nothing else there')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the plan, touch nothing')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'racklet-flash;image;help' {
            [CompletionResult]::new('info', 'info', [CompletionResultType]::ParameterValue, 'Say what a file is (compressed, sparse, with a bmap; GPT, loader, SPL, FIT, package…) and whether it is sound. All of it is read')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;image;help;info' {
            break
        }
        'racklet-flash;image;help;help' {
            break
        }
        'racklet-flash;rockchip' {
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as pcapng, for Wireshark')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON object a line on stdout, and nothing else there')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the plan, touch nothing')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('loader', 'loader', [CompletionResultType]::ParameterValue, 'Loader files')
            [CompletionResult]::new('package', 'package', [CompletionResultType]::ParameterValue, 'Firmware packages')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;rk' {
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as pcapng, for Wireshark')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON object a line on stdout, and nothing else there')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the plan, touch nothing')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('loader', 'loader', [CompletionResultType]::ParameterValue, 'Loader files')
            [CompletionResult]::new('package', 'package', [CompletionResultType]::ParameterValue, 'Firmware packages')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;rockchip;loader' {
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as pcapng, for Wireshark')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON object a line on stdout, and nothing else there')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the plan, touch nothing')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('info', 'info', [CompletionResultType]::ParameterValue, 'What is in a loader file (or in the loader of an RKFW package)')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Check all sums of a loader file, its ID block included; or of an idbloader, as U-Boot''s mkimage makes it')
            [CompletionResult]::new('pack', 'pack', [CompletionResultType]::ParameterValue, 'Make a loader file as a recipe of rkbin says (RKBOOT/*.ini)')
            [CompletionResult]::new('unpack', 'unpack', [CompletionResultType]::ParameterValue, 'Take a loader file apart, into files as the SoC executes them')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;rockchip;loader;info' {
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as pcapng, for Wireshark')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON object a line on stdout, and nothing else there')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the plan, touch nothing')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'racklet-flash;rockchip;loader;check' {
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as pcapng, for Wireshark')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON object a line on stdout, and nothing else there')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the plan, touch nothing')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'racklet-flash;rockchip;loader;pack' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'The file to be made (otherwise the one that the recipe names)')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'The file to be made (otherwise the one that the recipe names)')
            [CompletionResult]::new('--root', '--root', [CompletionResultType]::ParameterName, 'Where the recipe''s paths begin')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as pcapng, for Wireshark')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON object a line on stdout, and nothing else there')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the plan, touch nothing')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'racklet-flash;rockchip;loader;unpack' {
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as pcapng, for Wireshark')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON object a line on stdout, and nothing else there')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the plan, touch nothing')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'racklet-flash;rockchip;loader;help' {
            [CompletionResult]::new('info', 'info', [CompletionResultType]::ParameterValue, 'What is in a loader file (or in the loader of an RKFW package)')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Check all sums of a loader file, its ID block included; or of an idbloader, as U-Boot''s mkimage makes it')
            [CompletionResult]::new('pack', 'pack', [CompletionResultType]::ParameterValue, 'Make a loader file as a recipe of rkbin says (RKBOOT/*.ini)')
            [CompletionResult]::new('unpack', 'unpack', [CompletionResultType]::ParameterValue, 'Take a loader file apart, into files as the SoC executes them')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;rockchip;loader;help;info' {
            break
        }
        'racklet-flash;rockchip;loader;help;check' {
            break
        }
        'racklet-flash;rockchip;loader;help;pack' {
            break
        }
        'racklet-flash;rockchip;loader;help;unpack' {
            break
        }
        'racklet-flash;rockchip;loader;help;help' {
            break
        }
        'racklet-flash;rk;loader' {
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as pcapng, for Wireshark')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON object a line on stdout, and nothing else there')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the plan, touch nothing')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('info', 'info', [CompletionResultType]::ParameterValue, 'What is in a loader file (or in the loader of an RKFW package)')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Check all sums of a loader file, its ID block included; or of an idbloader, as U-Boot''s mkimage makes it')
            [CompletionResult]::new('pack', 'pack', [CompletionResultType]::ParameterValue, 'Make a loader file as a recipe of rkbin says (RKBOOT/*.ini)')
            [CompletionResult]::new('unpack', 'unpack', [CompletionResultType]::ParameterValue, 'Take a loader file apart, into files as the SoC executes them')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;rk;loader;info' {
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as pcapng, for Wireshark')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON object a line on stdout, and nothing else there')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the plan, touch nothing')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'racklet-flash;rk;loader;check' {
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as pcapng, for Wireshark')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON object a line on stdout, and nothing else there')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the plan, touch nothing')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'racklet-flash;rk;loader;pack' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'The file to be made (otherwise the one that the recipe names)')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'The file to be made (otherwise the one that the recipe names)')
            [CompletionResult]::new('--root', '--root', [CompletionResultType]::ParameterName, 'Where the recipe''s paths begin')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as pcapng, for Wireshark')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON object a line on stdout, and nothing else there')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the plan, touch nothing')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'racklet-flash;rk;loader;unpack' {
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as pcapng, for Wireshark')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON object a line on stdout, and nothing else there')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the plan, touch nothing')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'racklet-flash;rk;loader;help' {
            [CompletionResult]::new('info', 'info', [CompletionResultType]::ParameterValue, 'What is in a loader file (or in the loader of an RKFW package)')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Check all sums of a loader file, its ID block included; or of an idbloader, as U-Boot''s mkimage makes it')
            [CompletionResult]::new('pack', 'pack', [CompletionResultType]::ParameterValue, 'Make a loader file as a recipe of rkbin says (RKBOOT/*.ini)')
            [CompletionResult]::new('unpack', 'unpack', [CompletionResultType]::ParameterValue, 'Take a loader file apart, into files as the SoC executes them')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;rk;loader;help;info' {
            break
        }
        'racklet-flash;rk;loader;help;check' {
            break
        }
        'racklet-flash;rk;loader;help;pack' {
            break
        }
        'racklet-flash;rk;loader;help;unpack' {
            break
        }
        'racklet-flash;rk;loader;help;help' {
            break
        }
        'racklet-flash;rockchip;package' {
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as pcapng, for Wireshark')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON object a line on stdout, and nothing else there')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the plan, touch nothing')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('info', 'info', [CompletionResultType]::ParameterValue, 'What is in a package; all of it is read and its sums are checked')
            [CompletionResult]::new('unpack', 'unpack', [CompletionResultType]::ParameterValue, 'Take a package apart, after its sums were checked')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;rockchip;package;info' {
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as pcapng, for Wireshark')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON object a line on stdout, and nothing else there')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the plan, touch nothing')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'racklet-flash;rockchip;package;unpack' {
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as pcapng, for Wireshark')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON object a line on stdout, and nothing else there')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the plan, touch nothing')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'racklet-flash;rockchip;package;help' {
            [CompletionResult]::new('info', 'info', [CompletionResultType]::ParameterValue, 'What is in a package; all of it is read and its sums are checked')
            [CompletionResult]::new('unpack', 'unpack', [CompletionResultType]::ParameterValue, 'Take a package apart, after its sums were checked')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;rockchip;package;help;info' {
            break
        }
        'racklet-flash;rockchip;package;help;unpack' {
            break
        }
        'racklet-flash;rockchip;package;help;help' {
            break
        }
        'racklet-flash;rk;package' {
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as pcapng, for Wireshark')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON object a line on stdout, and nothing else there')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the plan, touch nothing')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('info', 'info', [CompletionResultType]::ParameterValue, 'What is in a package; all of it is read and its sums are checked')
            [CompletionResult]::new('unpack', 'unpack', [CompletionResultType]::ParameterValue, 'Take a package apart, after its sums were checked')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;rk;package;info' {
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as pcapng, for Wireshark')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON object a line on stdout, and nothing else there')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the plan, touch nothing')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'racklet-flash;rk;package;unpack' {
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as pcapng, for Wireshark')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON object a line on stdout, and nothing else there')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the plan, touch nothing')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'racklet-flash;rk;package;help' {
            [CompletionResult]::new('info', 'info', [CompletionResultType]::ParameterValue, 'What is in a package; all of it is read and its sums are checked')
            [CompletionResult]::new('unpack', 'unpack', [CompletionResultType]::ParameterValue, 'Take a package apart, after its sums were checked')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;rk;package;help;info' {
            break
        }
        'racklet-flash;rk;package;help;unpack' {
            break
        }
        'racklet-flash;rk;package;help;help' {
            break
        }
        'racklet-flash;rockchip;help' {
            [CompletionResult]::new('loader', 'loader', [CompletionResultType]::ParameterValue, 'Loader files')
            [CompletionResult]::new('package', 'package', [CompletionResultType]::ParameterValue, 'Firmware packages')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;rockchip;help;loader' {
            [CompletionResult]::new('info', 'info', [CompletionResultType]::ParameterValue, 'What is in a loader file (or in the loader of an RKFW package)')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Check all sums of a loader file, its ID block included; or of an idbloader, as U-Boot''s mkimage makes it')
            [CompletionResult]::new('pack', 'pack', [CompletionResultType]::ParameterValue, 'Make a loader file as a recipe of rkbin says (RKBOOT/*.ini)')
            [CompletionResult]::new('unpack', 'unpack', [CompletionResultType]::ParameterValue, 'Take a loader file apart, into files as the SoC executes them')
            break
        }
        'racklet-flash;rockchip;help;loader;info' {
            break
        }
        'racklet-flash;rockchip;help;loader;check' {
            break
        }
        'racklet-flash;rockchip;help;loader;pack' {
            break
        }
        'racklet-flash;rockchip;help;loader;unpack' {
            break
        }
        'racklet-flash;rockchip;help;package' {
            [CompletionResult]::new('info', 'info', [CompletionResultType]::ParameterValue, 'What is in a package; all of it is read and its sums are checked')
            [CompletionResult]::new('unpack', 'unpack', [CompletionResultType]::ParameterValue, 'Take a package apart, after its sums were checked')
            break
        }
        'racklet-flash;rockchip;help;package;info' {
            break
        }
        'racklet-flash;rockchip;help;package;unpack' {
            break
        }
        'racklet-flash;rockchip;help;help' {
            break
        }
        'racklet-flash;rk;help' {
            [CompletionResult]::new('loader', 'loader', [CompletionResultType]::ParameterValue, 'Loader files')
            [CompletionResult]::new('package', 'package', [CompletionResultType]::ParameterValue, 'Firmware packages')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;rk;help;loader' {
            [CompletionResult]::new('info', 'info', [CompletionResultType]::ParameterValue, 'What is in a loader file (or in the loader of an RKFW package)')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Check all sums of a loader file, its ID block included; or of an idbloader, as U-Boot''s mkimage makes it')
            [CompletionResult]::new('pack', 'pack', [CompletionResultType]::ParameterValue, 'Make a loader file as a recipe of rkbin says (RKBOOT/*.ini)')
            [CompletionResult]::new('unpack', 'unpack', [CompletionResultType]::ParameterValue, 'Take a loader file apart, into files as the SoC executes them')
            break
        }
        'racklet-flash;rk;help;loader;info' {
            break
        }
        'racklet-flash;rk;help;loader;check' {
            break
        }
        'racklet-flash;rk;help;loader;pack' {
            break
        }
        'racklet-flash;rk;help;loader;unpack' {
            break
        }
        'racklet-flash;rk;help;package' {
            [CompletionResult]::new('info', 'info', [CompletionResultType]::ParameterValue, 'What is in a package; all of it is read and its sums are checked')
            [CompletionResult]::new('unpack', 'unpack', [CompletionResultType]::ParameterValue, 'Take a package apart, after its sums were checked')
            break
        }
        'racklet-flash;rk;help;package;info' {
            break
        }
        'racklet-flash;rk;help;package;unpack' {
            break
        }
        'racklet-flash;rk;help;help' {
            break
        }
        'racklet-flash;virtual' {
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as pcapng, for Wireshark')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON object a line on stdout, and nothing else there')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the plan, touch nothing')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'The boards there are, and the options they take')
            [CompletionResult]::new('serve', 'serve', [CompletionResultType]::ParameterValue, 'Put virtual boards on USB/IP, for any tool of any maker')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;virtual;list' {
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as pcapng, for Wireshark')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON object a line on stdout, and nothing else there')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the plan, touch nothing')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'racklet-flash;virtual;serve' {
            [CompletionResult]::new('--listen', '--listen', [CompletionResultType]::ParameterName, 'Address and port to serve USB/IP clients on')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as pcapng, for Wireshark')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--vhci', '--vhci', [CompletionResultType]::ParameterName, 'Attach the boards to this machine''s own virtual controller (vhci-hcd; as root)')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON object a line on stdout, and nothing else there')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the plan, touch nothing')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'racklet-flash;virtual;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'The boards there are, and the options they take')
            [CompletionResult]::new('serve', 'serve', [CompletionResultType]::ParameterValue, 'Put virtual boards on USB/IP, for any tool of any maker')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;virtual;help;list' {
            break
        }
        'racklet-flash;virtual;help;serve' {
            break
        }
        'racklet-flash;virtual;help;help' {
            break
        }
        'racklet-flash;udev' {
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as pcapng, for Wireshark')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON object a line on stdout, and nothing else there')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the plan, touch nothing')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'racklet-flash;completions' {
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as pcapng, for Wireshark')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON object a line on stdout, and nothing else there')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the plan, touch nothing')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'racklet-flash;man' {
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as pcapng, for Wireshark')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON object a line on stdout, and nothing else there')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the plan, touch nothing')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: count transfers')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'racklet-flash;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Every board in a recovery mode: port, vendor, SoC, mode, whether it can be opened')
            [CompletionResult]::new('doctor', 'doctor', [CompletionResultType]::ParameterValue, 'What stands in the way between this machine and its boards: permissions, rules, busy boards, hubs')
            [CompletionResult]::new('boards', 'boards', [CompletionResultType]::ParameterValue, 'The board database; for one board how it gets into recovery')
            [CompletionResult]::new('fel', 'fel', [CompletionResultType]::ParameterValue, 'Allwinner''s mask ROM')
            [CompletionResult]::new('image', 'image', [CompletionResultType]::ParameterValue, 'Image files: what they are, and whether they are sound')
            [CompletionResult]::new('rockchip', 'rockchip', [CompletionResultType]::ParameterValue, 'Rockchip''s files')
            [CompletionResult]::new('virtual', 'virtual', [CompletionResultType]::ParameterValue, 'Boards that are not there')
            [CompletionResult]::new('udev', 'udev', [CompletionResultType]::ParameterValue, 'Print the udev rules that let users open boards')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Print a completion script')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Print the manual page (of a subcommand where one is named)')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;help;list' {
            break
        }
        'racklet-flash;help;doctor' {
            break
        }
        'racklet-flash;help;boards' {
            break
        }
        'racklet-flash;help;fel' {
            [CompletionResult]::new('version', 'version', [CompletionResultType]::ParameterValue, 'Ask the board who it is')
            [CompletionResult]::new('read', 'read', [CompletionResultType]::ParameterValue, 'Read memory into a file (- is stdout)')
            [CompletionResult]::new('write', 'write', [CompletionResultType]::ParameterValue, 'Write files to memory (- is stdin)')
            [CompletionResult]::new('exec', 'exec', [CompletionResultType]::ParameterValue, 'Branch to code, and see to it that it comes back')
            [CompletionResult]::new('hexdump', 'hexdump', [CompletionResultType]::ParameterValue, 'Show memory in hexadecimal')
            [CompletionResult]::new('dump', 'dump', [CompletionResultType]::ParameterValue, 'Write memory to stdout as it is')
            [CompletionResult]::new('readl', 'readl', [CompletionResultType]::ParameterValue, 'Read 32-bit registers')
            [CompletionResult]::new('writel', 'writel', [CompletionResultType]::ParameterValue, 'Write 32-bit registers, in order')
            [CompletionResult]::new('fill', 'fill', [CompletionResultType]::ParameterValue, 'Fill memory with a byte')
            [CompletionResult]::new('clear', 'clear', [CompletionResultType]::ParameterValue, 'Fill memory with zeroes')
            [CompletionResult]::new('sid', 'sid', [CompletionResultType]::ParameterValue, 'Show the SoC''s unique number, or all of its eFuses')
            [CompletionResult]::new('spl', 'spl', [CompletionResultType]::ParameterValue, 'Run an SPL that comes back; a U-Boot behind it is loaded, not started')
            [CompletionResult]::new('uboot', 'uboot', [CompletionResultType]::ParameterValue, 'Run an SPL, load U-Boot and whatever else, start it')
            [CompletionResult]::new('reset64', 'reset64', [CompletionResultType]::ParameterValue, 'Start 64-bit code (the board leaves FEL)')
            [CompletionResult]::new('wdreset', 'wdreset', [CompletionResultType]::ParameterValue, 'Reset the board by its watchdog')
            [CompletionResult]::new('dump-rom', 'dump-rom', [CompletionResultType]::ParameterValue, 'Read the boot ROM into a file')
            [CompletionResult]::new('chips', 'chips', [CompletionResultType]::ParameterValue, 'List every SoC that is known')
            break
        }
        'racklet-flash;help;fel;version' {
            break
        }
        'racklet-flash;help;fel;read' {
            break
        }
        'racklet-flash;help;fel;write' {
            break
        }
        'racklet-flash;help;fel;exec' {
            break
        }
        'racklet-flash;help;fel;hexdump' {
            break
        }
        'racklet-flash;help;fel;dump' {
            break
        }
        'racklet-flash;help;fel;readl' {
            break
        }
        'racklet-flash;help;fel;writel' {
            break
        }
        'racklet-flash;help;fel;fill' {
            break
        }
        'racklet-flash;help;fel;clear' {
            break
        }
        'racklet-flash;help;fel;sid' {
            break
        }
        'racklet-flash;help;fel;spl' {
            break
        }
        'racklet-flash;help;fel;uboot' {
            break
        }
        'racklet-flash;help;fel;reset64' {
            break
        }
        'racklet-flash;help;fel;wdreset' {
            break
        }
        'racklet-flash;help;fel;dump-rom' {
            break
        }
        'racklet-flash;help;fel;chips' {
            break
        }
        'racklet-flash;help;image' {
            [CompletionResult]::new('info', 'info', [CompletionResultType]::ParameterValue, 'Say what a file is (compressed, sparse, with a bmap; GPT, loader, SPL, FIT, package…) and whether it is sound. All of it is read')
            break
        }
        'racklet-flash;help;image;info' {
            break
        }
        'racklet-flash;help;rockchip' {
            [CompletionResult]::new('loader', 'loader', [CompletionResultType]::ParameterValue, 'Loader files')
            [CompletionResult]::new('package', 'package', [CompletionResultType]::ParameterValue, 'Firmware packages')
            break
        }
        'racklet-flash;help;rockchip;loader' {
            [CompletionResult]::new('info', 'info', [CompletionResultType]::ParameterValue, 'What is in a loader file (or in the loader of an RKFW package)')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Check all sums of a loader file, its ID block included; or of an idbloader, as U-Boot''s mkimage makes it')
            [CompletionResult]::new('pack', 'pack', [CompletionResultType]::ParameterValue, 'Make a loader file as a recipe of rkbin says (RKBOOT/*.ini)')
            [CompletionResult]::new('unpack', 'unpack', [CompletionResultType]::ParameterValue, 'Take a loader file apart, into files as the SoC executes them')
            break
        }
        'racklet-flash;help;rockchip;loader;info' {
            break
        }
        'racklet-flash;help;rockchip;loader;check' {
            break
        }
        'racklet-flash;help;rockchip;loader;pack' {
            break
        }
        'racklet-flash;help;rockchip;loader;unpack' {
            break
        }
        'racklet-flash;help;rockchip;package' {
            [CompletionResult]::new('info', 'info', [CompletionResultType]::ParameterValue, 'What is in a package; all of it is read and its sums are checked')
            [CompletionResult]::new('unpack', 'unpack', [CompletionResultType]::ParameterValue, 'Take a package apart, after its sums were checked')
            break
        }
        'racklet-flash;help;rockchip;package;info' {
            break
        }
        'racklet-flash;help;rockchip;package;unpack' {
            break
        }
        'racklet-flash;help;virtual' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'The boards there are, and the options they take')
            [CompletionResult]::new('serve', 'serve', [CompletionResultType]::ParameterValue, 'Put virtual boards on USB/IP, for any tool of any maker')
            break
        }
        'racklet-flash;help;virtual;list' {
            break
        }
        'racklet-flash;help;virtual;serve' {
            break
        }
        'racklet-flash;help;udev' {
            break
        }
        'racklet-flash;help;completions' {
            break
        }
        'racklet-flash;help;man' {
            break
        }
        'racklet-flash;help;help' {
            break
        }
    })

    $completions.Where{ $_.CompletionText -like "$wordToComplete*" } |
        Sort-Object -Property ListItemText
}


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
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('rockchip', 'rockchip', [CompletionResultType]::ParameterValue, 'Rockchip''s mask ROM, and the loaders that follow it')
            [CompletionResult]::new('rk', 'rk', [CompletionResultType]::ParameterValue, 'Rockchip''s mask ROM, and the loaders that follow it')
            [CompletionResult]::new('amlogic', 'amlogic', [CompletionResultType]::ParameterValue, 'Amlogic''s mask ROMs, and BL2 and U-Boot that follow them')
            [CompletionResult]::new('aml', 'aml', [CompletionResultType]::ParameterValue, 'Amlogic''s mask ROMs, and BL2 and U-Boot that follow them')
            [CompletionResult]::new('starfive', 'starfive', [CompletionResultType]::ParameterValue, 'StarFive''s JH7110 and JH7100, over their serial line')
            [CompletionResult]::new('sf', 'sf', [CompletionResultType]::ParameterValue, 'StarFive''s JH7110 and JH7100, over their serial line')
            [CompletionResult]::new('serial', 'serial', [CompletionResultType]::ParameterValue, 'Any board''s serial line')
            [CompletionResult]::new('image', 'image', [CompletionResultType]::ParameterValue, 'Image files: what they are, and whether they are sound')
            [CompletionResult]::new('virtual', 'virtual', [CompletionResultType]::ParameterValue, 'Boards that are not there')
            [CompletionResult]::new('udev', 'udev', [CompletionResultType]::ParameterValue, 'Print the udev rules that let users open boards')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Print a completion script')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Print the manual page (of a subcommand where one is named)')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;list' {
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;rockchip' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('download', 'download', [CompletionResultType]::ParameterValue, 'Send a loader to the mask ROM, and wait until it runs')
            [CompletionResult]::new('db', 'db', [CompletionResultType]::ParameterValue, 'Send a loader to the mask ROM, and wait until it runs')
            [CompletionResult]::new('info', 'info', [CompletionResultType]::ParameterValue, 'Ask the board for its SoC, its storage and what its loader can do')
            [CompletionResult]::new('rci', 'rci', [CompletionResultType]::ParameterValue, 'Ask the board for its SoC, its storage and what its loader can do')
            [CompletionResult]::new('rfi', 'rfi', [CompletionResultType]::ParameterValue, 'Ask the board for its SoC, its storage and what its loader can do')
            [CompletionResult]::new('rid', 'rid', [CompletionResultType]::ParameterValue, 'Ask the board for its SoC, its storage and what its loader can do')
            [CompletionResult]::new('rcb', 'rcb', [CompletionResultType]::ParameterValue, 'Ask the board for its SoC, its storage and what its loader can do')
            [CompletionResult]::new('test-ready', 'test-ready', [CompletionResultType]::ParameterValue, 'Ask the board whether it is ready')
            [CompletionResult]::new('td', 'td', [CompletionResultType]::ParameterValue, 'Ask the board whether it is ready')
            [CompletionResult]::new('read', 'read', [CompletionResultType]::ParameterValue, 'Read sectors into a file (- is stdout)')
            [CompletionResult]::new('rl', 'rl', [CompletionResultType]::ParameterValue, 'Read sectors into a file (- is stdout)')
            [CompletionResult]::new('write', 'write', [CompletionResultType]::ParameterValue, 'Write a file to sectors, and verify it')
            [CompletionResult]::new('wl', 'wl', [CompletionResultType]::ParameterValue, 'Write a file to sectors, and verify it')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Compare sectors with an image')
            [CompletionResult]::new('erase', 'erase', [CompletionResultType]::ParameterValue, 'Erase sectors, and look whether that took place')
            [CompletionResult]::new('write-partition', 'write-partition', [CompletionResultType]::ParameterValue, 'Write a file to a partition by its name in the table, and verify it')
            [CompletionResult]::new('wlx', 'wlx', [CompletionResultType]::ParameterValue, 'Write a file to a partition by its name in the table, and verify it')
            [CompletionResult]::new('verify-partition', 'verify-partition', [CompletionResultType]::ParameterValue, 'Compare a partition with an image')
            [CompletionResult]::new('read-partition', 'read-partition', [CompletionResultType]::ParameterValue, 'Read a partition into a file (- is stdout)')
            [CompletionResult]::new('rlx', 'rlx', [CompletionResultType]::ParameterValue, 'Read a partition into a file (- is stdout)')
            [CompletionResult]::new('gpt', 'gpt', [CompletionResultType]::ParameterValue, 'Print the partition table, or write the one that a parameter file describes')
            [CompletionResult]::new('ppt', 'ppt', [CompletionResultType]::ParameterValue, 'Print the partition table, or write the one that a parameter file describes')
            [CompletionResult]::new('write-parameter', 'write-parameter', [CompletionResultType]::ParameterValue, 'Write a parameter block, as old boards have it in place of a GPT, to sector 0x2000')
            [CompletionResult]::new('prm', 'prm', [CompletionResultType]::ParameterValue, 'Write a parameter block, as old boards have it in place of a GPT, to sector 0x2000')
            [CompletionResult]::new('upgrade-loader', 'upgrade-loader', [CompletionResultType]::ParameterValue, 'Write the loader file''s ID block to where the mask ROM looks for it, and verify it')
            [CompletionResult]::new('ul', 'ul', [CompletionResultType]::ParameterValue, 'Write the loader file''s ID block to where the mask ROM looks for it, and verify it')
            [CompletionResult]::new('storage', 'storage', [CompletionResultType]::ParameterValue, 'Show the chosen storage, or choose another and make sure of it')
            [CompletionResult]::new('cs', 'cs', [CompletionResultType]::ParameterValue, 'Show the chosen storage, or choose another and make sure of it')
            [CompletionResult]::new('loader', 'loader', [CompletionResultType]::ParameterValue, 'Loader files, without a board')
            [CompletionResult]::new('package', 'package', [CompletionResultType]::ParameterValue, 'Firmware packages')
            [CompletionResult]::new('reset', 'reset', [CompletionResultType]::ParameterValue, 'Restart the board')
            [CompletionResult]::new('rd', 'rd', [CompletionResultType]::ParameterValue, 'Restart the board')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;rk' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('download', 'download', [CompletionResultType]::ParameterValue, 'Send a loader to the mask ROM, and wait until it runs')
            [CompletionResult]::new('db', 'db', [CompletionResultType]::ParameterValue, 'Send a loader to the mask ROM, and wait until it runs')
            [CompletionResult]::new('info', 'info', [CompletionResultType]::ParameterValue, 'Ask the board for its SoC, its storage and what its loader can do')
            [CompletionResult]::new('rci', 'rci', [CompletionResultType]::ParameterValue, 'Ask the board for its SoC, its storage and what its loader can do')
            [CompletionResult]::new('rfi', 'rfi', [CompletionResultType]::ParameterValue, 'Ask the board for its SoC, its storage and what its loader can do')
            [CompletionResult]::new('rid', 'rid', [CompletionResultType]::ParameterValue, 'Ask the board for its SoC, its storage and what its loader can do')
            [CompletionResult]::new('rcb', 'rcb', [CompletionResultType]::ParameterValue, 'Ask the board for its SoC, its storage and what its loader can do')
            [CompletionResult]::new('test-ready', 'test-ready', [CompletionResultType]::ParameterValue, 'Ask the board whether it is ready')
            [CompletionResult]::new('td', 'td', [CompletionResultType]::ParameterValue, 'Ask the board whether it is ready')
            [CompletionResult]::new('read', 'read', [CompletionResultType]::ParameterValue, 'Read sectors into a file (- is stdout)')
            [CompletionResult]::new('rl', 'rl', [CompletionResultType]::ParameterValue, 'Read sectors into a file (- is stdout)')
            [CompletionResult]::new('write', 'write', [CompletionResultType]::ParameterValue, 'Write a file to sectors, and verify it')
            [CompletionResult]::new('wl', 'wl', [CompletionResultType]::ParameterValue, 'Write a file to sectors, and verify it')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Compare sectors with an image')
            [CompletionResult]::new('erase', 'erase', [CompletionResultType]::ParameterValue, 'Erase sectors, and look whether that took place')
            [CompletionResult]::new('write-partition', 'write-partition', [CompletionResultType]::ParameterValue, 'Write a file to a partition by its name in the table, and verify it')
            [CompletionResult]::new('wlx', 'wlx', [CompletionResultType]::ParameterValue, 'Write a file to a partition by its name in the table, and verify it')
            [CompletionResult]::new('verify-partition', 'verify-partition', [CompletionResultType]::ParameterValue, 'Compare a partition with an image')
            [CompletionResult]::new('read-partition', 'read-partition', [CompletionResultType]::ParameterValue, 'Read a partition into a file (- is stdout)')
            [CompletionResult]::new('rlx', 'rlx', [CompletionResultType]::ParameterValue, 'Read a partition into a file (- is stdout)')
            [CompletionResult]::new('gpt', 'gpt', [CompletionResultType]::ParameterValue, 'Print the partition table, or write the one that a parameter file describes')
            [CompletionResult]::new('ppt', 'ppt', [CompletionResultType]::ParameterValue, 'Print the partition table, or write the one that a parameter file describes')
            [CompletionResult]::new('write-parameter', 'write-parameter', [CompletionResultType]::ParameterValue, 'Write a parameter block, as old boards have it in place of a GPT, to sector 0x2000')
            [CompletionResult]::new('prm', 'prm', [CompletionResultType]::ParameterValue, 'Write a parameter block, as old boards have it in place of a GPT, to sector 0x2000')
            [CompletionResult]::new('upgrade-loader', 'upgrade-loader', [CompletionResultType]::ParameterValue, 'Write the loader file''s ID block to where the mask ROM looks for it, and verify it')
            [CompletionResult]::new('ul', 'ul', [CompletionResultType]::ParameterValue, 'Write the loader file''s ID block to where the mask ROM looks for it, and verify it')
            [CompletionResult]::new('storage', 'storage', [CompletionResultType]::ParameterValue, 'Show the chosen storage, or choose another and make sure of it')
            [CompletionResult]::new('cs', 'cs', [CompletionResultType]::ParameterValue, 'Show the chosen storage, or choose another and make sure of it')
            [CompletionResult]::new('loader', 'loader', [CompletionResultType]::ParameterValue, 'Loader files, without a board')
            [CompletionResult]::new('package', 'package', [CompletionResultType]::ParameterValue, 'Firmware packages')
            [CompletionResult]::new('reset', 'reset', [CompletionResultType]::ParameterValue, 'Restart the board')
            [CompletionResult]::new('rd', 'rd', [CompletionResultType]::ParameterValue, 'Restart the board')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;rockchip;download' {
            [CompletionResult]::new('--code471', '--code471', [CompletionResultType]::ParameterName, 'Raw code for SRAM, as U-Boot builds it (u-boot-rockchip-usb471.bin)')
            [CompletionResult]::new('--code472', '--code472', [CompletionResultType]::ParameterName, 'Raw code for DRAM (u-boot-rockchip-usb472.bin)')
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;rockchip;db' {
            [CompletionResult]::new('--code471', '--code471', [CompletionResultType]::ParameterName, 'Raw code for SRAM, as U-Boot builds it (u-boot-rockchip-usb471.bin)')
            [CompletionResult]::new('--code472', '--code472', [CompletionResultType]::ParameterName, 'Raw code for DRAM (u-boot-rockchip-usb472.bin)')
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;rk;download' {
            [CompletionResult]::new('--code471', '--code471', [CompletionResultType]::ParameterName, 'Raw code for SRAM, as U-Boot builds it (u-boot-rockchip-usb471.bin)')
            [CompletionResult]::new('--code472', '--code472', [CompletionResultType]::ParameterName, 'Raw code for DRAM (u-boot-rockchip-usb472.bin)')
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;rk;db' {
            [CompletionResult]::new('--code471', '--code471', [CompletionResultType]::ParameterName, 'Raw code for SRAM, as U-Boot builds it (u-boot-rockchip-usb471.bin)')
            [CompletionResult]::new('--code472', '--code472', [CompletionResultType]::ParameterName, 'Raw code for DRAM (u-boot-rockchip-usb472.bin)')
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;rockchip;info' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;rockchip;rci' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;rockchip;rfi' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;rockchip;rid' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;rockchip;rcb' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;rk;info' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;rk;rci' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;rk;rfi' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;rk;rid' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;rk;rcb' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;rockchip;test-ready' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;rockchip;td' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;rk;test-ready' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;rk;td' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;rockchip;read' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Read also what this loader only pretends to read')
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
        'racklet-flash;rockchip;rl' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Read also what this loader only pretends to read')
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
        'racklet-flash;rk;read' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Read also what this loader only pretends to read')
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
        'racklet-flash;rk;rl' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Read also what this loader only pretends to read')
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
        'racklet-flash;rockchip;write' {
            [CompletionResult]::new('--bmap', '--bmap', [CompletionResultType]::ParameterName, 'The image''s bmap (otherwise one beside it is found: FILE.bmap)')
            [CompletionResult]::new('--verify', '--verify', [CompletionResultType]::ParameterName, 'How to verify what was written')
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--no-bmap', '--no-bmap', [CompletionResultType]::ParameterName, 'Ignore a bmap beside the image')
            [CompletionResult]::new('--raw', '--raw', [CompletionResultType]::ParameterName, 'Take the file''s bytes as they are, although it is a package, a loader, compressed or sparse')
            [CompletionResult]::new('--resume', '--resume', [CompletionResultType]::ParameterName, 'Go on with a write that was cut: what the board already holds is compared, the rest is written')
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
        'racklet-flash;rockchip;wl' {
            [CompletionResult]::new('--bmap', '--bmap', [CompletionResultType]::ParameterName, 'The image''s bmap (otherwise one beside it is found: FILE.bmap)')
            [CompletionResult]::new('--verify', '--verify', [CompletionResultType]::ParameterName, 'How to verify what was written')
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--no-bmap', '--no-bmap', [CompletionResultType]::ParameterName, 'Ignore a bmap beside the image')
            [CompletionResult]::new('--raw', '--raw', [CompletionResultType]::ParameterName, 'Take the file''s bytes as they are, although it is a package, a loader, compressed or sparse')
            [CompletionResult]::new('--resume', '--resume', [CompletionResultType]::ParameterName, 'Go on with a write that was cut: what the board already holds is compared, the rest is written')
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
        'racklet-flash;rk;write' {
            [CompletionResult]::new('--bmap', '--bmap', [CompletionResultType]::ParameterName, 'The image''s bmap (otherwise one beside it is found: FILE.bmap)')
            [CompletionResult]::new('--verify', '--verify', [CompletionResultType]::ParameterName, 'How to verify what was written')
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--no-bmap', '--no-bmap', [CompletionResultType]::ParameterName, 'Ignore a bmap beside the image')
            [CompletionResult]::new('--raw', '--raw', [CompletionResultType]::ParameterName, 'Take the file''s bytes as they are, although it is a package, a loader, compressed or sparse')
            [CompletionResult]::new('--resume', '--resume', [CompletionResultType]::ParameterName, 'Go on with a write that was cut: what the board already holds is compared, the rest is written')
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
        'racklet-flash;rk;wl' {
            [CompletionResult]::new('--bmap', '--bmap', [CompletionResultType]::ParameterName, 'The image''s bmap (otherwise one beside it is found: FILE.bmap)')
            [CompletionResult]::new('--verify', '--verify', [CompletionResultType]::ParameterName, 'How to verify what was written')
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--no-bmap', '--no-bmap', [CompletionResultType]::ParameterName, 'Ignore a bmap beside the image')
            [CompletionResult]::new('--raw', '--raw', [CompletionResultType]::ParameterName, 'Take the file''s bytes as they are, although it is a package, a loader, compressed or sparse')
            [CompletionResult]::new('--resume', '--resume', [CompletionResultType]::ParameterName, 'Go on with a write that was cut: what the board already holds is compared, the rest is written')
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
        'racklet-flash;rockchip;verify' {
            [CompletionResult]::new('--bmap', '--bmap', [CompletionResultType]::ParameterName, 'The image''s bmap (otherwise one beside it is found: FILE.bmap)')
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--no-bmap', '--no-bmap', [CompletionResultType]::ParameterName, 'Ignore a bmap beside the image')
            [CompletionResult]::new('--raw', '--raw', [CompletionResultType]::ParameterName, 'Take the file''s bytes as they are, although it is a package, a loader, compressed or sparse')
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
        'racklet-flash;rk;verify' {
            [CompletionResult]::new('--bmap', '--bmap', [CompletionResultType]::ParameterName, 'The image''s bmap (otherwise one beside it is found: FILE.bmap)')
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--no-bmap', '--no-bmap', [CompletionResultType]::ParameterName, 'Ignore a bmap beside the image')
            [CompletionResult]::new('--raw', '--raw', [CompletionResultType]::ParameterName, 'Take the file''s bytes as they are, although it is a package, a loader, compressed or sparse')
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
        'racklet-flash;rockchip;erase' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;rk;erase' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;rockchip;write-partition' {
            [CompletionResult]::new('--bmap', '--bmap', [CompletionResultType]::ParameterName, 'The image''s bmap (otherwise one beside it is found: FILE.bmap)')
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--no-bmap', '--no-bmap', [CompletionResultType]::ParameterName, 'Ignore a bmap beside the image')
            [CompletionResult]::new('--raw', '--raw', [CompletionResultType]::ParameterName, 'Take the file''s bytes as they are, although it is a package, a loader, compressed or sparse')
            [CompletionResult]::new('--resume', '--resume', [CompletionResultType]::ParameterName, 'Go on with a write that was cut')
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
        'racklet-flash;rockchip;wlx' {
            [CompletionResult]::new('--bmap', '--bmap', [CompletionResultType]::ParameterName, 'The image''s bmap (otherwise one beside it is found: FILE.bmap)')
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--no-bmap', '--no-bmap', [CompletionResultType]::ParameterName, 'Ignore a bmap beside the image')
            [CompletionResult]::new('--raw', '--raw', [CompletionResultType]::ParameterName, 'Take the file''s bytes as they are, although it is a package, a loader, compressed or sparse')
            [CompletionResult]::new('--resume', '--resume', [CompletionResultType]::ParameterName, 'Go on with a write that was cut')
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
        'racklet-flash;rk;write-partition' {
            [CompletionResult]::new('--bmap', '--bmap', [CompletionResultType]::ParameterName, 'The image''s bmap (otherwise one beside it is found: FILE.bmap)')
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--no-bmap', '--no-bmap', [CompletionResultType]::ParameterName, 'Ignore a bmap beside the image')
            [CompletionResult]::new('--raw', '--raw', [CompletionResultType]::ParameterName, 'Take the file''s bytes as they are, although it is a package, a loader, compressed or sparse')
            [CompletionResult]::new('--resume', '--resume', [CompletionResultType]::ParameterName, 'Go on with a write that was cut')
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
        'racklet-flash;rk;wlx' {
            [CompletionResult]::new('--bmap', '--bmap', [CompletionResultType]::ParameterName, 'The image''s bmap (otherwise one beside it is found: FILE.bmap)')
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--no-bmap', '--no-bmap', [CompletionResultType]::ParameterName, 'Ignore a bmap beside the image')
            [CompletionResult]::new('--raw', '--raw', [CompletionResultType]::ParameterName, 'Take the file''s bytes as they are, although it is a package, a loader, compressed or sparse')
            [CompletionResult]::new('--resume', '--resume', [CompletionResultType]::ParameterName, 'Go on with a write that was cut')
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
        'racklet-flash;rockchip;verify-partition' {
            [CompletionResult]::new('--bmap', '--bmap', [CompletionResultType]::ParameterName, 'The image''s bmap (otherwise one beside it is found: FILE.bmap)')
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--no-bmap', '--no-bmap', [CompletionResultType]::ParameterName, 'Ignore a bmap beside the image')
            [CompletionResult]::new('--raw', '--raw', [CompletionResultType]::ParameterName, 'Take the file''s bytes as they are, although it is a package, a loader, compressed or sparse')
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
        'racklet-flash;rk;verify-partition' {
            [CompletionResult]::new('--bmap', '--bmap', [CompletionResultType]::ParameterName, 'The image''s bmap (otherwise one beside it is found: FILE.bmap)')
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--no-bmap', '--no-bmap', [CompletionResultType]::ParameterName, 'Ignore a bmap beside the image')
            [CompletionResult]::new('--raw', '--raw', [CompletionResultType]::ParameterName, 'Take the file''s bytes as they are, although it is a package, a loader, compressed or sparse')
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
        'racklet-flash;rockchip;read-partition' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Read also what this loader only pretends to read')
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
        'racklet-flash;rockchip;rlx' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Read also what this loader only pretends to read')
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
        'racklet-flash;rk;read-partition' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Read also what this loader only pretends to read')
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
        'racklet-flash;rk;rlx' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Read also what this loader only pretends to read')
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
        'racklet-flash;rockchip;gpt' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('write', 'write', [CompletionResultType]::ParameterValue, 'Write the table that a parameter file describes (mtdparts=), both copies of it')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;rockchip;ppt' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('write', 'write', [CompletionResultType]::ParameterValue, 'Write the table that a parameter file describes (mtdparts=), both copies of it')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;rockchip;gpt;write' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;rockchip;ppt;write' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;rockchip;gpt;help' {
            [CompletionResult]::new('write', 'write', [CompletionResultType]::ParameterValue, 'Write the table that a parameter file describes (mtdparts=), both copies of it')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;rockchip;gpt;help;write' {
            break
        }
        'racklet-flash;rockchip;gpt;help;help' {
            break
        }
        'racklet-flash;rockchip;ppt;help' {
            [CompletionResult]::new('write', 'write', [CompletionResultType]::ParameterValue, 'Write the table that a parameter file describes (mtdparts=), both copies of it')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;rockchip;ppt;help;write' {
            break
        }
        'racklet-flash;rockchip;ppt;help;help' {
            break
        }
        'racklet-flash;rk;gpt' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('write', 'write', [CompletionResultType]::ParameterValue, 'Write the table that a parameter file describes (mtdparts=), both copies of it')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;rk;ppt' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('write', 'write', [CompletionResultType]::ParameterValue, 'Write the table that a parameter file describes (mtdparts=), both copies of it')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;rk;gpt;write' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;rk;ppt;write' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;rk;gpt;help' {
            [CompletionResult]::new('write', 'write', [CompletionResultType]::ParameterValue, 'Write the table that a parameter file describes (mtdparts=), both copies of it')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;rk;gpt;help;write' {
            break
        }
        'racklet-flash;rk;gpt;help;help' {
            break
        }
        'racklet-flash;rk;ppt;help' {
            [CompletionResult]::new('write', 'write', [CompletionResultType]::ParameterValue, 'Write the table that a parameter file describes (mtdparts=), both copies of it')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;rk;ppt;help;write' {
            break
        }
        'racklet-flash;rk;ppt;help;help' {
            break
        }
        'racklet-flash;rockchip;write-parameter' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;rockchip;prm' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;rk;write-parameter' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;rk;prm' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;rockchip;upgrade-loader' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;rockchip;ul' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;rk;upgrade-loader' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;rk;ul' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;rockchip;storage' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;rockchip;cs' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;rk;storage' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;rk;cs' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;rockchip;loader' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('flash', 'flash', [CompletionResultType]::ParameterValue, 'Write all of a package to the board, verify it and restart the board')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;rockchip;package;info' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;rockchip;package;flash' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--no-reset', '--no-reset', [CompletionResultType]::ParameterName, 'Leave the board as it is in the end')
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
            [CompletionResult]::new('flash', 'flash', [CompletionResultType]::ParameterValue, 'Write all of a package to the board, verify it and restart the board')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;rockchip;package;help;info' {
            break
        }
        'racklet-flash;rockchip;package;help;unpack' {
            break
        }
        'racklet-flash;rockchip;package;help;flash' {
            break
        }
        'racklet-flash;rockchip;package;help;help' {
            break
        }
        'racklet-flash;rk;package' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('flash', 'flash', [CompletionResultType]::ParameterValue, 'Write all of a package to the board, verify it and restart the board')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;rk;package;info' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;rk;package;flash' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--no-reset', '--no-reset', [CompletionResultType]::ParameterName, 'Leave the board as it is in the end')
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
            [CompletionResult]::new('flash', 'flash', [CompletionResultType]::ParameterValue, 'Write all of a package to the board, verify it and restart the board')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;rk;package;help;info' {
            break
        }
        'racklet-flash;rk;package;help;unpack' {
            break
        }
        'racklet-flash;rk;package;help;flash' {
            break
        }
        'racklet-flash;rk;package;help;help' {
            break
        }
        'racklet-flash;rockchip;reset' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;rockchip;rd' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;rk;reset' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;rk;rd' {
            [CompletionResult]::new('--loader', '--loader', [CompletionResultType]::ParameterName, 'Send this loader (or package) first, where the board is in its mask ROM')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Choose this storage first, and make sure that it was chosen')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;rockchip;help' {
            [CompletionResult]::new('download', 'download', [CompletionResultType]::ParameterValue, 'Send a loader to the mask ROM, and wait until it runs')
            [CompletionResult]::new('info', 'info', [CompletionResultType]::ParameterValue, 'Ask the board for its SoC, its storage and what its loader can do')
            [CompletionResult]::new('test-ready', 'test-ready', [CompletionResultType]::ParameterValue, 'Ask the board whether it is ready')
            [CompletionResult]::new('read', 'read', [CompletionResultType]::ParameterValue, 'Read sectors into a file (- is stdout)')
            [CompletionResult]::new('write', 'write', [CompletionResultType]::ParameterValue, 'Write a file to sectors, and verify it')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Compare sectors with an image')
            [CompletionResult]::new('erase', 'erase', [CompletionResultType]::ParameterValue, 'Erase sectors, and look whether that took place')
            [CompletionResult]::new('write-partition', 'write-partition', [CompletionResultType]::ParameterValue, 'Write a file to a partition by its name in the table, and verify it')
            [CompletionResult]::new('verify-partition', 'verify-partition', [CompletionResultType]::ParameterValue, 'Compare a partition with an image')
            [CompletionResult]::new('read-partition', 'read-partition', [CompletionResultType]::ParameterValue, 'Read a partition into a file (- is stdout)')
            [CompletionResult]::new('gpt', 'gpt', [CompletionResultType]::ParameterValue, 'Print the partition table, or write the one that a parameter file describes')
            [CompletionResult]::new('write-parameter', 'write-parameter', [CompletionResultType]::ParameterValue, 'Write a parameter block, as old boards have it in place of a GPT, to sector 0x2000')
            [CompletionResult]::new('upgrade-loader', 'upgrade-loader', [CompletionResultType]::ParameterValue, 'Write the loader file''s ID block to where the mask ROM looks for it, and verify it')
            [CompletionResult]::new('storage', 'storage', [CompletionResultType]::ParameterValue, 'Show the chosen storage, or choose another and make sure of it')
            [CompletionResult]::new('loader', 'loader', [CompletionResultType]::ParameterValue, 'Loader files, without a board')
            [CompletionResult]::new('package', 'package', [CompletionResultType]::ParameterValue, 'Firmware packages')
            [CompletionResult]::new('reset', 'reset', [CompletionResultType]::ParameterValue, 'Restart the board')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;rockchip;help;download' {
            break
        }
        'racklet-flash;rockchip;help;info' {
            break
        }
        'racklet-flash;rockchip;help;test-ready' {
            break
        }
        'racklet-flash;rockchip;help;read' {
            break
        }
        'racklet-flash;rockchip;help;write' {
            break
        }
        'racklet-flash;rockchip;help;verify' {
            break
        }
        'racklet-flash;rockchip;help;erase' {
            break
        }
        'racklet-flash;rockchip;help;write-partition' {
            break
        }
        'racklet-flash;rockchip;help;verify-partition' {
            break
        }
        'racklet-flash;rockchip;help;read-partition' {
            break
        }
        'racklet-flash;rockchip;help;gpt' {
            [CompletionResult]::new('write', 'write', [CompletionResultType]::ParameterValue, 'Write the table that a parameter file describes (mtdparts=), both copies of it')
            break
        }
        'racklet-flash;rockchip;help;gpt;write' {
            break
        }
        'racklet-flash;rockchip;help;write-parameter' {
            break
        }
        'racklet-flash;rockchip;help;upgrade-loader' {
            break
        }
        'racklet-flash;rockchip;help;storage' {
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
            [CompletionResult]::new('flash', 'flash', [CompletionResultType]::ParameterValue, 'Write all of a package to the board, verify it and restart the board')
            break
        }
        'racklet-flash;rockchip;help;package;info' {
            break
        }
        'racklet-flash;rockchip;help;package;unpack' {
            break
        }
        'racklet-flash;rockchip;help;package;flash' {
            break
        }
        'racklet-flash;rockchip;help;reset' {
            break
        }
        'racklet-flash;rockchip;help;help' {
            break
        }
        'racklet-flash;rk;help' {
            [CompletionResult]::new('download', 'download', [CompletionResultType]::ParameterValue, 'Send a loader to the mask ROM, and wait until it runs')
            [CompletionResult]::new('info', 'info', [CompletionResultType]::ParameterValue, 'Ask the board for its SoC, its storage and what its loader can do')
            [CompletionResult]::new('test-ready', 'test-ready', [CompletionResultType]::ParameterValue, 'Ask the board whether it is ready')
            [CompletionResult]::new('read', 'read', [CompletionResultType]::ParameterValue, 'Read sectors into a file (- is stdout)')
            [CompletionResult]::new('write', 'write', [CompletionResultType]::ParameterValue, 'Write a file to sectors, and verify it')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Compare sectors with an image')
            [CompletionResult]::new('erase', 'erase', [CompletionResultType]::ParameterValue, 'Erase sectors, and look whether that took place')
            [CompletionResult]::new('write-partition', 'write-partition', [CompletionResultType]::ParameterValue, 'Write a file to a partition by its name in the table, and verify it')
            [CompletionResult]::new('verify-partition', 'verify-partition', [CompletionResultType]::ParameterValue, 'Compare a partition with an image')
            [CompletionResult]::new('read-partition', 'read-partition', [CompletionResultType]::ParameterValue, 'Read a partition into a file (- is stdout)')
            [CompletionResult]::new('gpt', 'gpt', [CompletionResultType]::ParameterValue, 'Print the partition table, or write the one that a parameter file describes')
            [CompletionResult]::new('write-parameter', 'write-parameter', [CompletionResultType]::ParameterValue, 'Write a parameter block, as old boards have it in place of a GPT, to sector 0x2000')
            [CompletionResult]::new('upgrade-loader', 'upgrade-loader', [CompletionResultType]::ParameterValue, 'Write the loader file''s ID block to where the mask ROM looks for it, and verify it')
            [CompletionResult]::new('storage', 'storage', [CompletionResultType]::ParameterValue, 'Show the chosen storage, or choose another and make sure of it')
            [CompletionResult]::new('loader', 'loader', [CompletionResultType]::ParameterValue, 'Loader files, without a board')
            [CompletionResult]::new('package', 'package', [CompletionResultType]::ParameterValue, 'Firmware packages')
            [CompletionResult]::new('reset', 'reset', [CompletionResultType]::ParameterValue, 'Restart the board')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;rk;help;download' {
            break
        }
        'racklet-flash;rk;help;info' {
            break
        }
        'racklet-flash;rk;help;test-ready' {
            break
        }
        'racklet-flash;rk;help;read' {
            break
        }
        'racklet-flash;rk;help;write' {
            break
        }
        'racklet-flash;rk;help;verify' {
            break
        }
        'racklet-flash;rk;help;erase' {
            break
        }
        'racklet-flash;rk;help;write-partition' {
            break
        }
        'racklet-flash;rk;help;verify-partition' {
            break
        }
        'racklet-flash;rk;help;read-partition' {
            break
        }
        'racklet-flash;rk;help;gpt' {
            [CompletionResult]::new('write', 'write', [CompletionResultType]::ParameterValue, 'Write the table that a parameter file describes (mtdparts=), both copies of it')
            break
        }
        'racklet-flash;rk;help;gpt;write' {
            break
        }
        'racklet-flash;rk;help;write-parameter' {
            break
        }
        'racklet-flash;rk;help;upgrade-loader' {
            break
        }
        'racklet-flash;rk;help;storage' {
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
            [CompletionResult]::new('flash', 'flash', [CompletionResultType]::ParameterValue, 'Write all of a package to the board, verify it and restart the board')
            break
        }
        'racklet-flash;rk;help;package;info' {
            break
        }
        'racklet-flash;rk;help;package;unpack' {
            break
        }
        'racklet-flash;rk;help;package;flash' {
            break
        }
        'racklet-flash;rk;help;reset' {
            break
        }
        'racklet-flash;rk;help;help' {
            break
        }
        'racklet-flash;amlogic' {
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'Unlock the mask ROM with the bytes of this file first, where it is locked')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('identify', 'identify', [CompletionResultType]::ParameterValue, 'Ask the board who it is: stage, version, SoC, chip id, lock, secure boot')
            [CompletionResult]::new('boot', 'boot', [CompletionResultType]::ParameterValue, 'Bring the vendor''s U-Boot up in memory, from whatever stage the board is in')
            [CompletionResult]::new('read', 'read', [CompletionResultType]::ParameterValue, 'Read memory into a file (- is stdout)')
            [CompletionResult]::new('write', 'write', [CompletionResultType]::ParameterValue, 'Write a file to memory (- is stdin)')
            [CompletionResult]::new('readl', 'readl', [CompletionResultType]::ParameterValue, 'Read 32-bit registers')
            [CompletionResult]::new('writel', 'writel', [CompletionResultType]::ParameterValue, 'Write 32-bit registers, in order')
            [CompletionResult]::new('run', 'run', [CompletionResultType]::ParameterValue, 'Run what lies at an address (before the S905X4)')
            [CompletionResult]::new('password', 'password', [CompletionResultType]::ParameterValue, 'Unlock a mask ROM until its next reset (before the S905X4)')
            [CompletionResult]::new('command', 'command', [CompletionResultType]::ParameterValue, 'Have the vendor''s U-Boot carry out one of its commands; one that erases or burns fuses needs --yes')
            [CompletionResult]::new('bulkcmd', 'bulkcmd', [CompletionResultType]::ParameterValue, 'Have the vendor''s U-Boot carry out one of its commands; one that erases or burns fuses needs --yes')
            [CompletionResult]::new('oem', 'oem', [CompletionResultType]::ParameterValue, 'Have the vendor''s U-Boot carry out one of its commands; one that erases or burns fuses needs --yes')
            [CompletionResult]::new('reset', 'reset', [CompletionResultType]::ParameterValue, 'Have the vendor''s U-Boot restart the board')
            [CompletionResult]::new('disk', 'disk', [CompletionResultType]::ParameterValue, 'All of the eMMC, in sectors')
            [CompletionResult]::new('partition', 'partition', [CompletionResultType]::ParameterValue, 'Partitions, by the names that the vendor''s U-Boot knows')
            [CompletionResult]::new('package', 'package', [CompletionResultType]::ParameterValue, 'Burning packages (aml_upgrade_package.img)')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;aml' {
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'Unlock the mask ROM with the bytes of this file first, where it is locked')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('identify', 'identify', [CompletionResultType]::ParameterValue, 'Ask the board who it is: stage, version, SoC, chip id, lock, secure boot')
            [CompletionResult]::new('boot', 'boot', [CompletionResultType]::ParameterValue, 'Bring the vendor''s U-Boot up in memory, from whatever stage the board is in')
            [CompletionResult]::new('read', 'read', [CompletionResultType]::ParameterValue, 'Read memory into a file (- is stdout)')
            [CompletionResult]::new('write', 'write', [CompletionResultType]::ParameterValue, 'Write a file to memory (- is stdin)')
            [CompletionResult]::new('readl', 'readl', [CompletionResultType]::ParameterValue, 'Read 32-bit registers')
            [CompletionResult]::new('writel', 'writel', [CompletionResultType]::ParameterValue, 'Write 32-bit registers, in order')
            [CompletionResult]::new('run', 'run', [CompletionResultType]::ParameterValue, 'Run what lies at an address (before the S905X4)')
            [CompletionResult]::new('password', 'password', [CompletionResultType]::ParameterValue, 'Unlock a mask ROM until its next reset (before the S905X4)')
            [CompletionResult]::new('command', 'command', [CompletionResultType]::ParameterValue, 'Have the vendor''s U-Boot carry out one of its commands; one that erases or burns fuses needs --yes')
            [CompletionResult]::new('bulkcmd', 'bulkcmd', [CompletionResultType]::ParameterValue, 'Have the vendor''s U-Boot carry out one of its commands; one that erases or burns fuses needs --yes')
            [CompletionResult]::new('oem', 'oem', [CompletionResultType]::ParameterValue, 'Have the vendor''s U-Boot carry out one of its commands; one that erases or burns fuses needs --yes')
            [CompletionResult]::new('reset', 'reset', [CompletionResultType]::ParameterValue, 'Have the vendor''s U-Boot restart the board')
            [CompletionResult]::new('disk', 'disk', [CompletionResultType]::ParameterValue, 'All of the eMMC, in sectors')
            [CompletionResult]::new('partition', 'partition', [CompletionResultType]::ParameterValue, 'Partitions, by the names that the vendor''s U-Boot knows')
            [CompletionResult]::new('package', 'package', [CompletionResultType]::ParameterValue, 'Burning packages (aml_upgrade_package.img)')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;amlogic;identify' {
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'Unlock the mask ROM with the bytes of this file first, where it is locked')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;aml;identify' {
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'Unlock the mask ROM with the bytes of this file first, where it is locked')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;amlogic;boot' {
            [CompletionResult]::new('-w', '-w', [CompletionResultType]::ParameterName, 'Put a file into memory before U-Boot starts (GX and AXG only); repeatable')
            [CompletionResult]::new('--write', '--write', [CompletionResultType]::ParameterName, 'Put a file into memory before U-Boot starts (GX and AXG only); repeatable')
            [CompletionResult]::new('--script', '--script', [CompletionResultType]::ParameterName, 'Have a mainline U-Boot carry out these commands in place of its own boot (GX and AXG; as --mainline)')
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'Unlock the mask ROM with the bytes of this file first, where it is locked')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--mainline', '--mainline', [CompletionResultType]::ParameterName, 'The file holds a mainline U-Boot, which does not come back under this protocol: do not wait for it')
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
        'racklet-flash;aml;boot' {
            [CompletionResult]::new('-w', '-w', [CompletionResultType]::ParameterName, 'Put a file into memory before U-Boot starts (GX and AXG only); repeatable')
            [CompletionResult]::new('--write', '--write', [CompletionResultType]::ParameterName, 'Put a file into memory before U-Boot starts (GX and AXG only); repeatable')
            [CompletionResult]::new('--script', '--script', [CompletionResultType]::ParameterName, 'Have a mainline U-Boot carry out these commands in place of its own boot (GX and AXG; as --mainline)')
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'Unlock the mask ROM with the bytes of this file first, where it is locked')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--mainline', '--mainline', [CompletionResultType]::ParameterName, 'The file holds a mainline U-Boot, which does not come back under this protocol: do not wait for it')
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
        'racklet-flash;amlogic;read' {
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'Unlock the mask ROM with the bytes of this file first, where it is locked')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;aml;read' {
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'Unlock the mask ROM with the bytes of this file first, where it is locked')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;amlogic;write' {
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'Unlock the mask ROM with the bytes of this file first, where it is locked')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--verify', '--verify', [CompletionResultType]::ParameterName, 'Read it back and compare')
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
        'racklet-flash;aml;write' {
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'Unlock the mask ROM with the bytes of this file first, where it is locked')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--verify', '--verify', [CompletionResultType]::ParameterName, 'Read it back and compare')
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
        'racklet-flash;amlogic;readl' {
            [CompletionResult]::new('--count', '--count', [CompletionResultType]::ParameterName, 'So many registers in a row from each address on')
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'Unlock the mask ROM with the bytes of this file first, where it is locked')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;aml;readl' {
            [CompletionResult]::new('--count', '--count', [CompletionResultType]::ParameterName, 'So many registers in a row from each address on')
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'Unlock the mask ROM with the bytes of this file first, where it is locked')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;amlogic;writel' {
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'Unlock the mask ROM with the bytes of this file first, where it is locked')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;aml;writel' {
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'Unlock the mask ROM with the bytes of this file first, where it is locked')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;amlogic;run' {
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'Unlock the mask ROM with the bytes of this file first, where it is locked')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;aml;run' {
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'Unlock the mask ROM with the bytes of this file first, where it is locked')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;amlogic;password' {
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'Unlock the mask ROM with the bytes of this file first, where it is locked')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;aml;password' {
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'Unlock the mask ROM with the bytes of this file first, where it is locked')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;amlogic;command' {
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'Unlock the mask ROM with the bytes of this file first, where it is locked')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;amlogic;bulkcmd' {
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'Unlock the mask ROM with the bytes of this file first, where it is locked')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;amlogic;oem' {
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'Unlock the mask ROM with the bytes of this file first, where it is locked')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;aml;command' {
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'Unlock the mask ROM with the bytes of this file first, where it is locked')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;aml;bulkcmd' {
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'Unlock the mask ROM with the bytes of this file first, where it is locked')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;aml;oem' {
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'Unlock the mask ROM with the bytes of this file first, where it is locked')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;amlogic;reset' {
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'Unlock the mask ROM with the bytes of this file first, where it is locked')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;aml;reset' {
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'Unlock the mask ROM with the bytes of this file first, where it is locked')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;amlogic;disk' {
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'Unlock the mask ROM with the bytes of this file first, where it is locked')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('write', 'write', [CompletionResultType]::ParameterValue, 'Write an image to sectors, and verify it by reading back')
            [CompletionResult]::new('read', 'read', [CompletionResultType]::ParameterValue, 'Read sectors into a file (- is stdout)')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Compare sectors with an image')
            [CompletionResult]::new('erase', 'erase', [CompletionResultType]::ParameterValue, 'Erase all of the storage (disk_initial)')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;amlogic;disk;write' {
            [CompletionResult]::new('--bmap', '--bmap', [CompletionResultType]::ParameterName, 'The image''s bmap (otherwise one beside it is found: FILE.bmap)')
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'Unlock the mask ROM with the bytes of this file first, where it is locked')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--no-bmap', '--no-bmap', [CompletionResultType]::ParameterName, 'Ignore a bmap beside the image')
            [CompletionResult]::new('--raw', '--raw', [CompletionResultType]::ParameterName, 'Take the file''s bytes as they are, although it is a package, a loader, compressed or sparse')
            [CompletionResult]::new('--no-verify', '--no-verify', [CompletionResultType]::ParameterName, 'Do not read back')
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
        'racklet-flash;amlogic;disk;read' {
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'Unlock the mask ROM with the bytes of this file first, where it is locked')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;amlogic;disk;verify' {
            [CompletionResult]::new('--bmap', '--bmap', [CompletionResultType]::ParameterName, 'The image''s bmap (otherwise one beside it is found: FILE.bmap)')
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'Unlock the mask ROM with the bytes of this file first, where it is locked')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--no-bmap', '--no-bmap', [CompletionResultType]::ParameterName, 'Ignore a bmap beside the image')
            [CompletionResult]::new('--raw', '--raw', [CompletionResultType]::ParameterName, 'Take the file''s bytes as they are, although it is a package, a loader, compressed or sparse')
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
        'racklet-flash;amlogic;disk;erase' {
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'Unlock the mask ROM with the bytes of this file first, where it is locked')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;amlogic;disk;help' {
            [CompletionResult]::new('write', 'write', [CompletionResultType]::ParameterValue, 'Write an image to sectors, and verify it by reading back')
            [CompletionResult]::new('read', 'read', [CompletionResultType]::ParameterValue, 'Read sectors into a file (- is stdout)')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Compare sectors with an image')
            [CompletionResult]::new('erase', 'erase', [CompletionResultType]::ParameterValue, 'Erase all of the storage (disk_initial)')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;amlogic;disk;help;write' {
            break
        }
        'racklet-flash;amlogic;disk;help;read' {
            break
        }
        'racklet-flash;amlogic;disk;help;verify' {
            break
        }
        'racklet-flash;amlogic;disk;help;erase' {
            break
        }
        'racklet-flash;amlogic;disk;help;help' {
            break
        }
        'racklet-flash;aml;disk' {
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'Unlock the mask ROM with the bytes of this file first, where it is locked')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('write', 'write', [CompletionResultType]::ParameterValue, 'Write an image to sectors, and verify it by reading back')
            [CompletionResult]::new('read', 'read', [CompletionResultType]::ParameterValue, 'Read sectors into a file (- is stdout)')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Compare sectors with an image')
            [CompletionResult]::new('erase', 'erase', [CompletionResultType]::ParameterValue, 'Erase all of the storage (disk_initial)')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;aml;disk;write' {
            [CompletionResult]::new('--bmap', '--bmap', [CompletionResultType]::ParameterName, 'The image''s bmap (otherwise one beside it is found: FILE.bmap)')
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'Unlock the mask ROM with the bytes of this file first, where it is locked')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--no-bmap', '--no-bmap', [CompletionResultType]::ParameterName, 'Ignore a bmap beside the image')
            [CompletionResult]::new('--raw', '--raw', [CompletionResultType]::ParameterName, 'Take the file''s bytes as they are, although it is a package, a loader, compressed or sparse')
            [CompletionResult]::new('--no-verify', '--no-verify', [CompletionResultType]::ParameterName, 'Do not read back')
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
        'racklet-flash;aml;disk;read' {
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'Unlock the mask ROM with the bytes of this file first, where it is locked')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;aml;disk;verify' {
            [CompletionResult]::new('--bmap', '--bmap', [CompletionResultType]::ParameterName, 'The image''s bmap (otherwise one beside it is found: FILE.bmap)')
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'Unlock the mask ROM with the bytes of this file first, where it is locked')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--no-bmap', '--no-bmap', [CompletionResultType]::ParameterName, 'Ignore a bmap beside the image')
            [CompletionResult]::new('--raw', '--raw', [CompletionResultType]::ParameterName, 'Take the file''s bytes as they are, although it is a package, a loader, compressed or sparse')
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
        'racklet-flash;aml;disk;erase' {
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'Unlock the mask ROM with the bytes of this file first, where it is locked')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;aml;disk;help' {
            [CompletionResult]::new('write', 'write', [CompletionResultType]::ParameterValue, 'Write an image to sectors, and verify it by reading back')
            [CompletionResult]::new('read', 'read', [CompletionResultType]::ParameterValue, 'Read sectors into a file (- is stdout)')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Compare sectors with an image')
            [CompletionResult]::new('erase', 'erase', [CompletionResultType]::ParameterValue, 'Erase all of the storage (disk_initial)')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;aml;disk;help;write' {
            break
        }
        'racklet-flash;aml;disk;help;read' {
            break
        }
        'racklet-flash;aml;disk;help;verify' {
            break
        }
        'racklet-flash;aml;disk;help;erase' {
            break
        }
        'racklet-flash;aml;disk;help;help' {
            break
        }
        'racklet-flash;amlogic;partition' {
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'Unlock the mask ROM with the bytes of this file first, where it is locked')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('write', 'write', [CompletionResultType]::ParameterValue, 'Write an image to a partition; the board compares its SHA-1. An Android sparse image goes as it is, the board expands it')
            [CompletionResult]::new('read', 'read', [CompletionResultType]::ParameterValue, 'Read a partition into a file (- is stdout)')
            [CompletionResult]::new('erase', 'erase', [CompletionResultType]::ParameterValue, 'Erase a partition')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;amlogic;partition;write' {
            [CompletionResult]::new('--bmap', '--bmap', [CompletionResultType]::ParameterName, 'The image''s bmap (otherwise one beside it is found: FILE.bmap)')
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'Unlock the mask ROM with the bytes of this file first, where it is locked')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--no-bmap', '--no-bmap', [CompletionResultType]::ParameterName, 'Ignore a bmap beside the image')
            [CompletionResult]::new('--raw', '--raw', [CompletionResultType]::ParameterName, 'Take the file''s bytes as they are, although it is a package, a loader, compressed or sparse')
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
        'racklet-flash;amlogic;partition;read' {
            [CompletionResult]::new('--size', '--size', [CompletionResultType]::ParameterName, 'How many bytes (otherwise as many as a GPT on the eMMC says)')
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'Unlock the mask ROM with the bytes of this file first, where it is locked')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;amlogic;partition;erase' {
            [CompletionResult]::new('--size', '--size', [CompletionResultType]::ParameterName, 'How long it is (S905X4 and newer; otherwise as long as a GPT on the eMMC says)')
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'Unlock the mask ROM with the bytes of this file first, where it is locked')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;amlogic;partition;help' {
            [CompletionResult]::new('write', 'write', [CompletionResultType]::ParameterValue, 'Write an image to a partition; the board compares its SHA-1. An Android sparse image goes as it is, the board expands it')
            [CompletionResult]::new('read', 'read', [CompletionResultType]::ParameterValue, 'Read a partition into a file (- is stdout)')
            [CompletionResult]::new('erase', 'erase', [CompletionResultType]::ParameterValue, 'Erase a partition')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;amlogic;partition;help;write' {
            break
        }
        'racklet-flash;amlogic;partition;help;read' {
            break
        }
        'racklet-flash;amlogic;partition;help;erase' {
            break
        }
        'racklet-flash;amlogic;partition;help;help' {
            break
        }
        'racklet-flash;aml;partition' {
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'Unlock the mask ROM with the bytes of this file first, where it is locked')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('write', 'write', [CompletionResultType]::ParameterValue, 'Write an image to a partition; the board compares its SHA-1. An Android sparse image goes as it is, the board expands it')
            [CompletionResult]::new('read', 'read', [CompletionResultType]::ParameterValue, 'Read a partition into a file (- is stdout)')
            [CompletionResult]::new('erase', 'erase', [CompletionResultType]::ParameterValue, 'Erase a partition')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;aml;partition;write' {
            [CompletionResult]::new('--bmap', '--bmap', [CompletionResultType]::ParameterName, 'The image''s bmap (otherwise one beside it is found: FILE.bmap)')
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'Unlock the mask ROM with the bytes of this file first, where it is locked')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--no-bmap', '--no-bmap', [CompletionResultType]::ParameterName, 'Ignore a bmap beside the image')
            [CompletionResult]::new('--raw', '--raw', [CompletionResultType]::ParameterName, 'Take the file''s bytes as they are, although it is a package, a loader, compressed or sparse')
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
        'racklet-flash;aml;partition;read' {
            [CompletionResult]::new('--size', '--size', [CompletionResultType]::ParameterName, 'How many bytes (otherwise as many as a GPT on the eMMC says)')
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'Unlock the mask ROM with the bytes of this file first, where it is locked')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;aml;partition;erase' {
            [CompletionResult]::new('--size', '--size', [CompletionResultType]::ParameterName, 'How long it is (S905X4 and newer; otherwise as long as a GPT on the eMMC says)')
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'Unlock the mask ROM with the bytes of this file first, where it is locked')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;aml;partition;help' {
            [CompletionResult]::new('write', 'write', [CompletionResultType]::ParameterValue, 'Write an image to a partition; the board compares its SHA-1. An Android sparse image goes as it is, the board expands it')
            [CompletionResult]::new('read', 'read', [CompletionResultType]::ParameterValue, 'Read a partition into a file (- is stdout)')
            [CompletionResult]::new('erase', 'erase', [CompletionResultType]::ParameterValue, 'Erase a partition')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;aml;partition;help;write' {
            break
        }
        'racklet-flash;aml;partition;help;read' {
            break
        }
        'racklet-flash;aml;partition;help;erase' {
            break
        }
        'racklet-flash;aml;partition;help;help' {
            break
        }
        'racklet-flash;amlogic;package' {
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'Unlock the mask ROM with the bytes of this file first, where it is locked')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('flash', 'flash', [CompletionResultType]::ParameterValue, 'Write all of a package to the board, have the board verify it, and restart the board')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;amlogic;package;info' {
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'Unlock the mask ROM with the bytes of this file first, where it is locked')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;amlogic;package;unpack' {
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'Unlock the mask ROM with the bytes of this file first, where it is locked')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;amlogic;package;flash' {
            [CompletionResult]::new('--erase', '--erase', [CompletionResultType]::ParameterName, 'What is erased first: keep (nothing), erase (all but the keys), erase-keys, force, force-keys')
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'Unlock the mask ROM with the bytes of this file first, where it is locked')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--stay', '--stay', [CompletionResultType]::ParameterName, 'Use the U-Boot that runs, where one does, in place of going through the mask ROM, which starts only what is for the board')
            [CompletionResult]::new('--no-reset', '--no-reset', [CompletionResultType]::ParameterName, 'Leave the board as it is in the end')
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
        'racklet-flash;amlogic;package;help' {
            [CompletionResult]::new('info', 'info', [CompletionResultType]::ParameterValue, 'What is in a package; all of it is read and its sums are checked')
            [CompletionResult]::new('unpack', 'unpack', [CompletionResultType]::ParameterValue, 'Take a package apart, after its sums were checked')
            [CompletionResult]::new('flash', 'flash', [CompletionResultType]::ParameterValue, 'Write all of a package to the board, have the board verify it, and restart the board')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;amlogic;package;help;info' {
            break
        }
        'racklet-flash;amlogic;package;help;unpack' {
            break
        }
        'racklet-flash;amlogic;package;help;flash' {
            break
        }
        'racklet-flash;amlogic;package;help;help' {
            break
        }
        'racklet-flash;aml;package' {
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'Unlock the mask ROM with the bytes of this file first, where it is locked')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('flash', 'flash', [CompletionResultType]::ParameterValue, 'Write all of a package to the board, have the board verify it, and restart the board')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;aml;package;info' {
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'Unlock the mask ROM with the bytes of this file first, where it is locked')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;aml;package;unpack' {
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'Unlock the mask ROM with the bytes of this file first, where it is locked')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;aml;package;flash' {
            [CompletionResult]::new('--erase', '--erase', [CompletionResultType]::ParameterName, 'What is erased first: keep (nothing), erase (all but the keys), erase-keys, force, force-keys')
            [CompletionResult]::new('--soc', '--soc', [CompletionResultType]::ParameterName, 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'Unlock the mask ROM with the bytes of this file first, where it is locked')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--stay', '--stay', [CompletionResultType]::ParameterName, 'Use the U-Boot that runs, where one does, in place of going through the mask ROM, which starts only what is for the board')
            [CompletionResult]::new('--no-reset', '--no-reset', [CompletionResultType]::ParameterName, 'Leave the board as it is in the end')
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
        'racklet-flash;aml;package;help' {
            [CompletionResult]::new('info', 'info', [CompletionResultType]::ParameterValue, 'What is in a package; all of it is read and its sums are checked')
            [CompletionResult]::new('unpack', 'unpack', [CompletionResultType]::ParameterValue, 'Take a package apart, after its sums were checked')
            [CompletionResult]::new('flash', 'flash', [CompletionResultType]::ParameterValue, 'Write all of a package to the board, have the board verify it, and restart the board')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;aml;package;help;info' {
            break
        }
        'racklet-flash;aml;package;help;unpack' {
            break
        }
        'racklet-flash;aml;package;help;flash' {
            break
        }
        'racklet-flash;aml;package;help;help' {
            break
        }
        'racklet-flash;amlogic;help' {
            [CompletionResult]::new('identify', 'identify', [CompletionResultType]::ParameterValue, 'Ask the board who it is: stage, version, SoC, chip id, lock, secure boot')
            [CompletionResult]::new('boot', 'boot', [CompletionResultType]::ParameterValue, 'Bring the vendor''s U-Boot up in memory, from whatever stage the board is in')
            [CompletionResult]::new('read', 'read', [CompletionResultType]::ParameterValue, 'Read memory into a file (- is stdout)')
            [CompletionResult]::new('write', 'write', [CompletionResultType]::ParameterValue, 'Write a file to memory (- is stdin)')
            [CompletionResult]::new('readl', 'readl', [CompletionResultType]::ParameterValue, 'Read 32-bit registers')
            [CompletionResult]::new('writel', 'writel', [CompletionResultType]::ParameterValue, 'Write 32-bit registers, in order')
            [CompletionResult]::new('run', 'run', [CompletionResultType]::ParameterValue, 'Run what lies at an address (before the S905X4)')
            [CompletionResult]::new('password', 'password', [CompletionResultType]::ParameterValue, 'Unlock a mask ROM until its next reset (before the S905X4)')
            [CompletionResult]::new('command', 'command', [CompletionResultType]::ParameterValue, 'Have the vendor''s U-Boot carry out one of its commands; one that erases or burns fuses needs --yes')
            [CompletionResult]::new('reset', 'reset', [CompletionResultType]::ParameterValue, 'Have the vendor''s U-Boot restart the board')
            [CompletionResult]::new('disk', 'disk', [CompletionResultType]::ParameterValue, 'All of the eMMC, in sectors')
            [CompletionResult]::new('partition', 'partition', [CompletionResultType]::ParameterValue, 'Partitions, by the names that the vendor''s U-Boot knows')
            [CompletionResult]::new('package', 'package', [CompletionResultType]::ParameterValue, 'Burning packages (aml_upgrade_package.img)')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;amlogic;help;identify' {
            break
        }
        'racklet-flash;amlogic;help;boot' {
            break
        }
        'racklet-flash;amlogic;help;read' {
            break
        }
        'racklet-flash;amlogic;help;write' {
            break
        }
        'racklet-flash;amlogic;help;readl' {
            break
        }
        'racklet-flash;amlogic;help;writel' {
            break
        }
        'racklet-flash;amlogic;help;run' {
            break
        }
        'racklet-flash;amlogic;help;password' {
            break
        }
        'racklet-flash;amlogic;help;command' {
            break
        }
        'racklet-flash;amlogic;help;reset' {
            break
        }
        'racklet-flash;amlogic;help;disk' {
            [CompletionResult]::new('write', 'write', [CompletionResultType]::ParameterValue, 'Write an image to sectors, and verify it by reading back')
            [CompletionResult]::new('read', 'read', [CompletionResultType]::ParameterValue, 'Read sectors into a file (- is stdout)')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Compare sectors with an image')
            [CompletionResult]::new('erase', 'erase', [CompletionResultType]::ParameterValue, 'Erase all of the storage (disk_initial)')
            break
        }
        'racklet-flash;amlogic;help;disk;write' {
            break
        }
        'racklet-flash;amlogic;help;disk;read' {
            break
        }
        'racklet-flash;amlogic;help;disk;verify' {
            break
        }
        'racklet-flash;amlogic;help;disk;erase' {
            break
        }
        'racklet-flash;amlogic;help;partition' {
            [CompletionResult]::new('write', 'write', [CompletionResultType]::ParameterValue, 'Write an image to a partition; the board compares its SHA-1. An Android sparse image goes as it is, the board expands it')
            [CompletionResult]::new('read', 'read', [CompletionResultType]::ParameterValue, 'Read a partition into a file (- is stdout)')
            [CompletionResult]::new('erase', 'erase', [CompletionResultType]::ParameterValue, 'Erase a partition')
            break
        }
        'racklet-flash;amlogic;help;partition;write' {
            break
        }
        'racklet-flash;amlogic;help;partition;read' {
            break
        }
        'racklet-flash;amlogic;help;partition;erase' {
            break
        }
        'racklet-flash;amlogic;help;package' {
            [CompletionResult]::new('info', 'info', [CompletionResultType]::ParameterValue, 'What is in a package; all of it is read and its sums are checked')
            [CompletionResult]::new('unpack', 'unpack', [CompletionResultType]::ParameterValue, 'Take a package apart, after its sums were checked')
            [CompletionResult]::new('flash', 'flash', [CompletionResultType]::ParameterValue, 'Write all of a package to the board, have the board verify it, and restart the board')
            break
        }
        'racklet-flash;amlogic;help;package;info' {
            break
        }
        'racklet-flash;amlogic;help;package;unpack' {
            break
        }
        'racklet-flash;amlogic;help;package;flash' {
            break
        }
        'racklet-flash;amlogic;help;help' {
            break
        }
        'racklet-flash;aml;help' {
            [CompletionResult]::new('identify', 'identify', [CompletionResultType]::ParameterValue, 'Ask the board who it is: stage, version, SoC, chip id, lock, secure boot')
            [CompletionResult]::new('boot', 'boot', [CompletionResultType]::ParameterValue, 'Bring the vendor''s U-Boot up in memory, from whatever stage the board is in')
            [CompletionResult]::new('read', 'read', [CompletionResultType]::ParameterValue, 'Read memory into a file (- is stdout)')
            [CompletionResult]::new('write', 'write', [CompletionResultType]::ParameterValue, 'Write a file to memory (- is stdin)')
            [CompletionResult]::new('readl', 'readl', [CompletionResultType]::ParameterValue, 'Read 32-bit registers')
            [CompletionResult]::new('writel', 'writel', [CompletionResultType]::ParameterValue, 'Write 32-bit registers, in order')
            [CompletionResult]::new('run', 'run', [CompletionResultType]::ParameterValue, 'Run what lies at an address (before the S905X4)')
            [CompletionResult]::new('password', 'password', [CompletionResultType]::ParameterValue, 'Unlock a mask ROM until its next reset (before the S905X4)')
            [CompletionResult]::new('command', 'command', [CompletionResultType]::ParameterValue, 'Have the vendor''s U-Boot carry out one of its commands; one that erases or burns fuses needs --yes')
            [CompletionResult]::new('reset', 'reset', [CompletionResultType]::ParameterValue, 'Have the vendor''s U-Boot restart the board')
            [CompletionResult]::new('disk', 'disk', [CompletionResultType]::ParameterValue, 'All of the eMMC, in sectors')
            [CompletionResult]::new('partition', 'partition', [CompletionResultType]::ParameterValue, 'Partitions, by the names that the vendor''s U-Boot knows')
            [CompletionResult]::new('package', 'package', [CompletionResultType]::ParameterValue, 'Burning packages (aml_upgrade_package.img)')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;aml;help;identify' {
            break
        }
        'racklet-flash;aml;help;boot' {
            break
        }
        'racklet-flash;aml;help;read' {
            break
        }
        'racklet-flash;aml;help;write' {
            break
        }
        'racklet-flash;aml;help;readl' {
            break
        }
        'racklet-flash;aml;help;writel' {
            break
        }
        'racklet-flash;aml;help;run' {
            break
        }
        'racklet-flash;aml;help;password' {
            break
        }
        'racklet-flash;aml;help;command' {
            break
        }
        'racklet-flash;aml;help;reset' {
            break
        }
        'racklet-flash;aml;help;disk' {
            [CompletionResult]::new('write', 'write', [CompletionResultType]::ParameterValue, 'Write an image to sectors, and verify it by reading back')
            [CompletionResult]::new('read', 'read', [CompletionResultType]::ParameterValue, 'Read sectors into a file (- is stdout)')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Compare sectors with an image')
            [CompletionResult]::new('erase', 'erase', [CompletionResultType]::ParameterValue, 'Erase all of the storage (disk_initial)')
            break
        }
        'racklet-flash;aml;help;disk;write' {
            break
        }
        'racklet-flash;aml;help;disk;read' {
            break
        }
        'racklet-flash;aml;help;disk;verify' {
            break
        }
        'racklet-flash;aml;help;disk;erase' {
            break
        }
        'racklet-flash;aml;help;partition' {
            [CompletionResult]::new('write', 'write', [CompletionResultType]::ParameterValue, 'Write an image to a partition; the board compares its SHA-1. An Android sparse image goes as it is, the board expands it')
            [CompletionResult]::new('read', 'read', [CompletionResultType]::ParameterValue, 'Read a partition into a file (- is stdout)')
            [CompletionResult]::new('erase', 'erase', [CompletionResultType]::ParameterValue, 'Erase a partition')
            break
        }
        'racklet-flash;aml;help;partition;write' {
            break
        }
        'racklet-flash;aml;help;partition;read' {
            break
        }
        'racklet-flash;aml;help;partition;erase' {
            break
        }
        'racklet-flash;aml;help;package' {
            [CompletionResult]::new('info', 'info', [CompletionResultType]::ParameterValue, 'What is in a package; all of it is read and its sums are checked')
            [CompletionResult]::new('unpack', 'unpack', [CompletionResultType]::ParameterValue, 'Take a package apart, after its sums were checked')
            [CompletionResult]::new('flash', 'flash', [CompletionResultType]::ParameterValue, 'Write all of a package to the board, have the board verify it, and restart the board')
            break
        }
        'racklet-flash;aml;help;package;info' {
            break
        }
        'racklet-flash;aml;help;package;unpack' {
            break
        }
        'racklet-flash;aml;help;package;flash' {
            break
        }
        'racklet-flash;aml;help;help' {
            break
        }
        'racklet-flash;starfive' {
            [CompletionResult]::new('--baud', '--baud', [CompletionResultType]::ParameterName, 'The line''s rate, where it is not the board''s own (JH7110 115200, JH7100 9600)')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('boot', 'boot', [CompletionResultType]::ParameterValue, 'Bring U-Boot up in memory, to its prompt; nothing is written')
            [CompletionResult]::new('flash-spi', 'flash-spi', [CompletionResultType]::ParameterValue, 'Write SPL and U-Boot to the SPI flash through U-Boot, verified')
            [CompletionResult]::new('recovery', 'recovery', [CompletionResultType]::ParameterValue, 'Write through the vendor''s recovery program')
            [CompletionResult]::new('header', 'header', [CompletionResultType]::ParameterValue, 'What stands before an SPL')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;sf' {
            [CompletionResult]::new('--baud', '--baud', [CompletionResultType]::ParameterName, 'The line''s rate, where it is not the board''s own (JH7110 115200, JH7100 9600)')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('boot', 'boot', [CompletionResultType]::ParameterValue, 'Bring U-Boot up in memory, to its prompt; nothing is written')
            [CompletionResult]::new('flash-spi', 'flash-spi', [CompletionResultType]::ParameterValue, 'Write SPL and U-Boot to the SPI flash through U-Boot, verified')
            [CompletionResult]::new('recovery', 'recovery', [CompletionResultType]::ParameterValue, 'Write through the vendor''s recovery program')
            [CompletionResult]::new('header', 'header', [CompletionResultType]::ParameterValue, 'What stands before an SPL')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;starfive;boot' {
            [CompletionResult]::new('--spl', '--spl', [CompletionResultType]::ParameterName, 'The SPL with its header (u-boot-spl.bin.normal.out)')
            [CompletionResult]::new('--uboot', '--uboot', [CompletionResultType]::ParameterName, 'U-Boot (u-boot.itb, or the vendor''s visionfive2_fw_payload.img)')
            [CompletionResult]::new('--baud', '--baud', [CompletionResultType]::ParameterName, 'The line''s rate, where it is not the board''s own (JH7110 115200, JH7100 9600)')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;sf;boot' {
            [CompletionResult]::new('--spl', '--spl', [CompletionResultType]::ParameterName, 'The SPL with its header (u-boot-spl.bin.normal.out)')
            [CompletionResult]::new('--uboot', '--uboot', [CompletionResultType]::ParameterName, 'U-Boot (u-boot.itb, or the vendor''s visionfive2_fw_payload.img)')
            [CompletionResult]::new('--baud', '--baud', [CompletionResultType]::ParameterName, 'The line''s rate, where it is not the board''s own (JH7110 115200, JH7100 9600)')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;starfive;flash-spi' {
            [CompletionResult]::new('--spl', '--spl', [CompletionResultType]::ParameterName, 'The SPL with its header (u-boot-spl.bin.normal.out)')
            [CompletionResult]::new('--uboot', '--uboot', [CompletionResultType]::ParameterName, 'U-Boot (u-boot.itb, or the vendor''s visionfive2_fw_payload.img)')
            [CompletionResult]::new('--baud', '--baud', [CompletionResultType]::ParameterName, 'The line''s rate, where it is not the board''s own (JH7110 115200, JH7100 9600)')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--fast', '--fast', [CompletionResultType]::ParameterName, 'Load at 1.5 Mbaud once U-Boot is up; where the board loses bytes at that, the line falls back by itself')
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
        'racklet-flash;sf;flash-spi' {
            [CompletionResult]::new('--spl', '--spl', [CompletionResultType]::ParameterName, 'The SPL with its header (u-boot-spl.bin.normal.out)')
            [CompletionResult]::new('--uboot', '--uboot', [CompletionResultType]::ParameterName, 'U-Boot (u-boot.itb, or the vendor''s visionfive2_fw_payload.img)')
            [CompletionResult]::new('--baud', '--baud', [CompletionResultType]::ParameterName, 'The line''s rate, where it is not the board''s own (JH7110 115200, JH7100 9600)')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--fast', '--fast', [CompletionResultType]::ParameterName, 'Load at 1.5 Mbaud once U-Boot is up; where the board loses bytes at that, the line falls back by itself')
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
        'racklet-flash;starfive;recovery' {
            [CompletionResult]::new('--program', '--program', [CompletionResultType]::ParameterName, 'The vendor''s recovery program')
            [CompletionResult]::new('--spl', '--spl', [CompletionResultType]::ParameterName, 'JH7110: the SPL with its header')
            [CompletionResult]::new('--uboot', '--uboot', [CompletionResultType]::ParameterName, 'JH7110: U-Boot')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'JH7110: where to write')
            [CompletionResult]::new('--second-boot', '--second-boot', [CompletionResultType]::ParameterName, 'JH7100: the second boot program')
            [CompletionResult]::new('--ddr-init', '--ddr-init', [CompletionResultType]::ParameterName, 'JH7100: the DRAM initialisation')
            [CompletionResult]::new('--baud', '--baud', [CompletionResultType]::ParameterName, 'The line''s rate, where it is not the board''s own (JH7110 115200, JH7100 9600)')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;sf;recovery' {
            [CompletionResult]::new('--program', '--program', [CompletionResultType]::ParameterName, 'The vendor''s recovery program')
            [CompletionResult]::new('--spl', '--spl', [CompletionResultType]::ParameterName, 'JH7110: the SPL with its header')
            [CompletionResult]::new('--uboot', '--uboot', [CompletionResultType]::ParameterName, 'JH7110: U-Boot')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'JH7110: where to write')
            [CompletionResult]::new('--second-boot', '--second-boot', [CompletionResultType]::ParameterName, 'JH7100: the second boot program')
            [CompletionResult]::new('--ddr-init', '--ddr-init', [CompletionResultType]::ParameterName, 'JH7100: the DRAM initialisation')
            [CompletionResult]::new('--baud', '--baud', [CompletionResultType]::ParameterName, 'The line''s rate, where it is not the board''s own (JH7110 115200, JH7100 9600)')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;starfive;header' {
            [CompletionResult]::new('--baud', '--baud', [CompletionResultType]::ParameterName, 'The line''s rate, where it is not the board''s own (JH7110 115200, JH7100 9600)')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Put the header before an SPL (u-boot-spl.bin)')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Say what a file is, and whether its header holds')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;starfive;header;create' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Where it goes, where not FILE.normal.out')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Where it goes, where not FILE.normal.out')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'The version word')
            [CompletionResult]::new('--backup', '--backup', [CompletionResultType]::ParameterName, 'Where in the flash the ROM looks for another copy')
            [CompletionResult]::new('--baud', '--baud', [CompletionResultType]::ParameterName, 'The line''s rate, where it is not the board''s own (JH7110 115200, JH7100 9600)')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--jh7100', '--jh7100', [CompletionResultType]::ParameterName, 'Put the JH7100''s length there instead')
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
        'racklet-flash;starfive;header;check' {
            [CompletionResult]::new('--baud', '--baud', [CompletionResultType]::ParameterName, 'The line''s rate, where it is not the board''s own (JH7110 115200, JH7100 9600)')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;starfive;header;help' {
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Put the header before an SPL (u-boot-spl.bin)')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Say what a file is, and whether its header holds')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;starfive;header;help;create' {
            break
        }
        'racklet-flash;starfive;header;help;check' {
            break
        }
        'racklet-flash;starfive;header;help;help' {
            break
        }
        'racklet-flash;sf;header' {
            [CompletionResult]::new('--baud', '--baud', [CompletionResultType]::ParameterName, 'The line''s rate, where it is not the board''s own (JH7110 115200, JH7100 9600)')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Put the header before an SPL (u-boot-spl.bin)')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Say what a file is, and whether its header holds')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;sf;header;create' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Where it goes, where not FILE.normal.out')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Where it goes, where not FILE.normal.out')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'The version word')
            [CompletionResult]::new('--backup', '--backup', [CompletionResultType]::ParameterName, 'Where in the flash the ROM looks for another copy')
            [CompletionResult]::new('--baud', '--baud', [CompletionResultType]::ParameterName, 'The line''s rate, where it is not the board''s own (JH7110 115200, JH7100 9600)')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
            [CompletionResult]::new('--record', '--record', [CompletionResultType]::ParameterName, 'Write every transfer to FILE as a transcript that --replay reads')
            [CompletionResult]::new('--replay', '--replay', [CompletionResultType]::ParameterName, 'Speak to a recorded transcript instead of a board; any difference is an error')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the board to show up')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours in messages')
            [CompletionResult]::new('--jh7100', '--jh7100', [CompletionResultType]::ParameterName, 'Put the JH7100''s length there instead')
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
        'racklet-flash;sf;header;check' {
            [CompletionResult]::new('--baud', '--baud', [CompletionResultType]::ParameterName, 'The line''s rate, where it is not the board''s own (JH7110 115200, JH7100 9600)')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;sf;header;help' {
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Put the header before an SPL (u-boot-spl.bin)')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Say what a file is, and whether its header holds')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;sf;header;help;create' {
            break
        }
        'racklet-flash;sf;header;help;check' {
            break
        }
        'racklet-flash;sf;header;help;help' {
            break
        }
        'racklet-flash;starfive;help' {
            [CompletionResult]::new('boot', 'boot', [CompletionResultType]::ParameterValue, 'Bring U-Boot up in memory, to its prompt; nothing is written')
            [CompletionResult]::new('flash-spi', 'flash-spi', [CompletionResultType]::ParameterValue, 'Write SPL and U-Boot to the SPI flash through U-Boot, verified')
            [CompletionResult]::new('recovery', 'recovery', [CompletionResultType]::ParameterValue, 'Write through the vendor''s recovery program')
            [CompletionResult]::new('header', 'header', [CompletionResultType]::ParameterValue, 'What stands before an SPL')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;starfive;help;boot' {
            break
        }
        'racklet-flash;starfive;help;flash-spi' {
            break
        }
        'racklet-flash;starfive;help;recovery' {
            break
        }
        'racklet-flash;starfive;help;header' {
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Put the header before an SPL (u-boot-spl.bin)')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Say what a file is, and whether its header holds')
            break
        }
        'racklet-flash;starfive;help;header;create' {
            break
        }
        'racklet-flash;starfive;help;header;check' {
            break
        }
        'racklet-flash;starfive;help;help' {
            break
        }
        'racklet-flash;sf;help' {
            [CompletionResult]::new('boot', 'boot', [CompletionResultType]::ParameterValue, 'Bring U-Boot up in memory, to its prompt; nothing is written')
            [CompletionResult]::new('flash-spi', 'flash-spi', [CompletionResultType]::ParameterValue, 'Write SPL and U-Boot to the SPI flash through U-Boot, verified')
            [CompletionResult]::new('recovery', 'recovery', [CompletionResultType]::ParameterValue, 'Write through the vendor''s recovery program')
            [CompletionResult]::new('header', 'header', [CompletionResultType]::ParameterValue, 'What stands before an SPL')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;sf;help;boot' {
            break
        }
        'racklet-flash;sf;help;flash-spi' {
            break
        }
        'racklet-flash;sf;help;recovery' {
            break
        }
        'racklet-flash;sf;help;header' {
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Put the header before an SPL (u-boot-spl.bin)')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Say what a file is, and whether its header holds')
            break
        }
        'racklet-flash;sf;help;header;create' {
            break
        }
        'racklet-flash;sf;help;header;check' {
            break
        }
        'racklet-flash;sf;help;help' {
            break
        }
        'racklet-flash;serial' {
            [CompletionResult]::new('--baud', '--baud', [CompletionResultType]::ParameterName, 'The line''s rate')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('send', 'send', [CompletionResultType]::ParameterValue, 'Send files to whatever asks for them')
            [CompletionResult]::new('console', 'console', [CompletionResultType]::ParameterValue, 'See what the board says, and wait for a text')
            [CompletionResult]::new('uboot', 'uboot', [CompletionResultType]::ParameterValue, 'Run commands at U-Boot''s prompt')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;serial;send' {
            [CompletionResult]::new('--protocol', '--protocol', [CompletionResultType]::ParameterName, 'How')
            [CompletionResult]::new('--receiver', '--receiver', [CompletionResultType]::ParameterName, 'Who receives: what is known of it makes the start safe and the pauses short')
            [CompletionResult]::new('--baud', '--baud', [CompletionResultType]::ParameterName, 'The line''s rate')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;serial;console' {
            [CompletionResult]::new('--expect', '--expect', [CompletionResultType]::ParameterName, 'End well when the board says this')
            [CompletionResult]::new('--or-fail', '--or-fail', [CompletionResultType]::ParameterName, 'Fail when the board says this')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'The longest to listen; without it as long as it takes')
            [CompletionResult]::new('--baud', '--baud', [CompletionResultType]::ParameterName, 'The line''s rate')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;serial;uboot' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'The longest that one may take')
            [CompletionResult]::new('--baud', '--baud', [CompletionResultType]::ParameterName, 'The line''s rate')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;serial;help' {
            [CompletionResult]::new('send', 'send', [CompletionResultType]::ParameterValue, 'Send files to whatever asks for them')
            [CompletionResult]::new('console', 'console', [CompletionResultType]::ParameterValue, 'See what the board says, and wait for a text')
            [CompletionResult]::new('uboot', 'uboot', [CompletionResultType]::ParameterValue, 'Run commands at U-Boot''s prompt')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;serial;help;send' {
            break
        }
        'racklet-flash;serial;help;console' {
            break
        }
        'racklet-flash;serial;help;uboot' {
            break
        }
        'racklet-flash;serial;help;help' {
            break
        }
        'racklet-flash;image' {
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
        'racklet-flash;virtual' {
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('serve', 'serve', [CompletionResultType]::ParameterValue, 'Put virtual boards on USB/IP and ptys, for any tool of any maker')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'racklet-flash;virtual;list' {
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('serve', 'serve', [CompletionResultType]::ParameterValue, 'Put virtual boards on USB/IP and ptys, for any tool of any maker')
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
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)')
            [CompletionResult]::new('--virtual', '--virtual', [CompletionResultType]::ParameterName, 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times')
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
            [CompletionResult]::new('rockchip', 'rockchip', [CompletionResultType]::ParameterValue, 'Rockchip''s mask ROM, and the loaders that follow it')
            [CompletionResult]::new('amlogic', 'amlogic', [CompletionResultType]::ParameterValue, 'Amlogic''s mask ROMs, and BL2 and U-Boot that follow them')
            [CompletionResult]::new('starfive', 'starfive', [CompletionResultType]::ParameterValue, 'StarFive''s JH7110 and JH7100, over their serial line')
            [CompletionResult]::new('serial', 'serial', [CompletionResultType]::ParameterValue, 'Any board''s serial line')
            [CompletionResult]::new('image', 'image', [CompletionResultType]::ParameterValue, 'Image files: what they are, and whether they are sound')
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
        'racklet-flash;help;rockchip' {
            [CompletionResult]::new('download', 'download', [CompletionResultType]::ParameterValue, 'Send a loader to the mask ROM, and wait until it runs')
            [CompletionResult]::new('info', 'info', [CompletionResultType]::ParameterValue, 'Ask the board for its SoC, its storage and what its loader can do')
            [CompletionResult]::new('test-ready', 'test-ready', [CompletionResultType]::ParameterValue, 'Ask the board whether it is ready')
            [CompletionResult]::new('read', 'read', [CompletionResultType]::ParameterValue, 'Read sectors into a file (- is stdout)')
            [CompletionResult]::new('write', 'write', [CompletionResultType]::ParameterValue, 'Write a file to sectors, and verify it')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Compare sectors with an image')
            [CompletionResult]::new('erase', 'erase', [CompletionResultType]::ParameterValue, 'Erase sectors, and look whether that took place')
            [CompletionResult]::new('write-partition', 'write-partition', [CompletionResultType]::ParameterValue, 'Write a file to a partition by its name in the table, and verify it')
            [CompletionResult]::new('verify-partition', 'verify-partition', [CompletionResultType]::ParameterValue, 'Compare a partition with an image')
            [CompletionResult]::new('read-partition', 'read-partition', [CompletionResultType]::ParameterValue, 'Read a partition into a file (- is stdout)')
            [CompletionResult]::new('gpt', 'gpt', [CompletionResultType]::ParameterValue, 'Print the partition table, or write the one that a parameter file describes')
            [CompletionResult]::new('write-parameter', 'write-parameter', [CompletionResultType]::ParameterValue, 'Write a parameter block, as old boards have it in place of a GPT, to sector 0x2000')
            [CompletionResult]::new('upgrade-loader', 'upgrade-loader', [CompletionResultType]::ParameterValue, 'Write the loader file''s ID block to where the mask ROM looks for it, and verify it')
            [CompletionResult]::new('storage', 'storage', [CompletionResultType]::ParameterValue, 'Show the chosen storage, or choose another and make sure of it')
            [CompletionResult]::new('loader', 'loader', [CompletionResultType]::ParameterValue, 'Loader files, without a board')
            [CompletionResult]::new('package', 'package', [CompletionResultType]::ParameterValue, 'Firmware packages')
            [CompletionResult]::new('reset', 'reset', [CompletionResultType]::ParameterValue, 'Restart the board')
            break
        }
        'racklet-flash;help;rockchip;download' {
            break
        }
        'racklet-flash;help;rockchip;info' {
            break
        }
        'racklet-flash;help;rockchip;test-ready' {
            break
        }
        'racklet-flash;help;rockchip;read' {
            break
        }
        'racklet-flash;help;rockchip;write' {
            break
        }
        'racklet-flash;help;rockchip;verify' {
            break
        }
        'racklet-flash;help;rockchip;erase' {
            break
        }
        'racklet-flash;help;rockchip;write-partition' {
            break
        }
        'racklet-flash;help;rockchip;verify-partition' {
            break
        }
        'racklet-flash;help;rockchip;read-partition' {
            break
        }
        'racklet-flash;help;rockchip;gpt' {
            [CompletionResult]::new('write', 'write', [CompletionResultType]::ParameterValue, 'Write the table that a parameter file describes (mtdparts=), both copies of it')
            break
        }
        'racklet-flash;help;rockchip;gpt;write' {
            break
        }
        'racklet-flash;help;rockchip;write-parameter' {
            break
        }
        'racklet-flash;help;rockchip;upgrade-loader' {
            break
        }
        'racklet-flash;help;rockchip;storage' {
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
            [CompletionResult]::new('flash', 'flash', [CompletionResultType]::ParameterValue, 'Write all of a package to the board, verify it and restart the board')
            break
        }
        'racklet-flash;help;rockchip;package;info' {
            break
        }
        'racklet-flash;help;rockchip;package;unpack' {
            break
        }
        'racklet-flash;help;rockchip;package;flash' {
            break
        }
        'racklet-flash;help;rockchip;reset' {
            break
        }
        'racklet-flash;help;amlogic' {
            [CompletionResult]::new('identify', 'identify', [CompletionResultType]::ParameterValue, 'Ask the board who it is: stage, version, SoC, chip id, lock, secure boot')
            [CompletionResult]::new('boot', 'boot', [CompletionResultType]::ParameterValue, 'Bring the vendor''s U-Boot up in memory, from whatever stage the board is in')
            [CompletionResult]::new('read', 'read', [CompletionResultType]::ParameterValue, 'Read memory into a file (- is stdout)')
            [CompletionResult]::new('write', 'write', [CompletionResultType]::ParameterValue, 'Write a file to memory (- is stdin)')
            [CompletionResult]::new('readl', 'readl', [CompletionResultType]::ParameterValue, 'Read 32-bit registers')
            [CompletionResult]::new('writel', 'writel', [CompletionResultType]::ParameterValue, 'Write 32-bit registers, in order')
            [CompletionResult]::new('run', 'run', [CompletionResultType]::ParameterValue, 'Run what lies at an address (before the S905X4)')
            [CompletionResult]::new('password', 'password', [CompletionResultType]::ParameterValue, 'Unlock a mask ROM until its next reset (before the S905X4)')
            [CompletionResult]::new('command', 'command', [CompletionResultType]::ParameterValue, 'Have the vendor''s U-Boot carry out one of its commands; one that erases or burns fuses needs --yes')
            [CompletionResult]::new('reset', 'reset', [CompletionResultType]::ParameterValue, 'Have the vendor''s U-Boot restart the board')
            [CompletionResult]::new('disk', 'disk', [CompletionResultType]::ParameterValue, 'All of the eMMC, in sectors')
            [CompletionResult]::new('partition', 'partition', [CompletionResultType]::ParameterValue, 'Partitions, by the names that the vendor''s U-Boot knows')
            [CompletionResult]::new('package', 'package', [CompletionResultType]::ParameterValue, 'Burning packages (aml_upgrade_package.img)')
            break
        }
        'racklet-flash;help;amlogic;identify' {
            break
        }
        'racklet-flash;help;amlogic;boot' {
            break
        }
        'racklet-flash;help;amlogic;read' {
            break
        }
        'racklet-flash;help;amlogic;write' {
            break
        }
        'racklet-flash;help;amlogic;readl' {
            break
        }
        'racklet-flash;help;amlogic;writel' {
            break
        }
        'racklet-flash;help;amlogic;run' {
            break
        }
        'racklet-flash;help;amlogic;password' {
            break
        }
        'racklet-flash;help;amlogic;command' {
            break
        }
        'racklet-flash;help;amlogic;reset' {
            break
        }
        'racklet-flash;help;amlogic;disk' {
            [CompletionResult]::new('write', 'write', [CompletionResultType]::ParameterValue, 'Write an image to sectors, and verify it by reading back')
            [CompletionResult]::new('read', 'read', [CompletionResultType]::ParameterValue, 'Read sectors into a file (- is stdout)')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Compare sectors with an image')
            [CompletionResult]::new('erase', 'erase', [CompletionResultType]::ParameterValue, 'Erase all of the storage (disk_initial)')
            break
        }
        'racklet-flash;help;amlogic;disk;write' {
            break
        }
        'racklet-flash;help;amlogic;disk;read' {
            break
        }
        'racklet-flash;help;amlogic;disk;verify' {
            break
        }
        'racklet-flash;help;amlogic;disk;erase' {
            break
        }
        'racklet-flash;help;amlogic;partition' {
            [CompletionResult]::new('write', 'write', [CompletionResultType]::ParameterValue, 'Write an image to a partition; the board compares its SHA-1. An Android sparse image goes as it is, the board expands it')
            [CompletionResult]::new('read', 'read', [CompletionResultType]::ParameterValue, 'Read a partition into a file (- is stdout)')
            [CompletionResult]::new('erase', 'erase', [CompletionResultType]::ParameterValue, 'Erase a partition')
            break
        }
        'racklet-flash;help;amlogic;partition;write' {
            break
        }
        'racklet-flash;help;amlogic;partition;read' {
            break
        }
        'racklet-flash;help;amlogic;partition;erase' {
            break
        }
        'racklet-flash;help;amlogic;package' {
            [CompletionResult]::new('info', 'info', [CompletionResultType]::ParameterValue, 'What is in a package; all of it is read and its sums are checked')
            [CompletionResult]::new('unpack', 'unpack', [CompletionResultType]::ParameterValue, 'Take a package apart, after its sums were checked')
            [CompletionResult]::new('flash', 'flash', [CompletionResultType]::ParameterValue, 'Write all of a package to the board, have the board verify it, and restart the board')
            break
        }
        'racklet-flash;help;amlogic;package;info' {
            break
        }
        'racklet-flash;help;amlogic;package;unpack' {
            break
        }
        'racklet-flash;help;amlogic;package;flash' {
            break
        }
        'racklet-flash;help;starfive' {
            [CompletionResult]::new('boot', 'boot', [CompletionResultType]::ParameterValue, 'Bring U-Boot up in memory, to its prompt; nothing is written')
            [CompletionResult]::new('flash-spi', 'flash-spi', [CompletionResultType]::ParameterValue, 'Write SPL and U-Boot to the SPI flash through U-Boot, verified')
            [CompletionResult]::new('recovery', 'recovery', [CompletionResultType]::ParameterValue, 'Write through the vendor''s recovery program')
            [CompletionResult]::new('header', 'header', [CompletionResultType]::ParameterValue, 'What stands before an SPL')
            break
        }
        'racklet-flash;help;starfive;boot' {
            break
        }
        'racklet-flash;help;starfive;flash-spi' {
            break
        }
        'racklet-flash;help;starfive;recovery' {
            break
        }
        'racklet-flash;help;starfive;header' {
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Put the header before an SPL (u-boot-spl.bin)')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Say what a file is, and whether its header holds')
            break
        }
        'racklet-flash;help;starfive;header;create' {
            break
        }
        'racklet-flash;help;starfive;header;check' {
            break
        }
        'racklet-flash;help;serial' {
            [CompletionResult]::new('send', 'send', [CompletionResultType]::ParameterValue, 'Send files to whatever asks for them')
            [CompletionResult]::new('console', 'console', [CompletionResultType]::ParameterValue, 'See what the board says, and wait for a text')
            [CompletionResult]::new('uboot', 'uboot', [CompletionResultType]::ParameterValue, 'Run commands at U-Boot''s prompt')
            break
        }
        'racklet-flash;help;serial;send' {
            break
        }
        'racklet-flash;help;serial;console' {
            break
        }
        'racklet-flash;help;serial;uboot' {
            break
        }
        'racklet-flash;help;image' {
            [CompletionResult]::new('info', 'info', [CompletionResultType]::ParameterValue, 'Say what a file is (compressed, sparse, with a bmap; GPT, loader, SPL, FIT, package…) and whether it is sound. All of it is read')
            break
        }
        'racklet-flash;help;image;info' {
            break
        }
        'racklet-flash;help;virtual' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'The boards there are, and the options they take')
            [CompletionResult]::new('serve', 'serve', [CompletionResultType]::ParameterValue, 'Put virtual boards on USB/IP and ptys, for any tool of any maker')
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


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
            [CompletionResult]::new('starfive', 'starfive', [CompletionResultType]::ParameterValue, 'StarFive''s JH7110 and JH7100, over their serial line')
            [CompletionResult]::new('sf', 'sf', [CompletionResultType]::ParameterValue, 'StarFive''s JH7110 and JH7100, over their serial line')
            [CompletionResult]::new('serial', 'serial', [CompletionResultType]::ParameterValue, 'Any board''s serial line')
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
            [CompletionResult]::new('starfive', 'starfive', [CompletionResultType]::ParameterValue, 'StarFive''s JH7110 and JH7100, over their serial line')
            [CompletionResult]::new('serial', 'serial', [CompletionResultType]::ParameterValue, 'Any board''s serial line')
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


use builtin;
use str;

set edit:completion:arg-completer[racklet-flash] = {|@words|
    fn spaces {|n|
        builtin:repeat $n ' ' | str:join ''
    }
    fn cand {|text desc|
        edit:complex-candidate $text &display=$text' '(spaces (- 14 (wcswidth $text)))$desc
    }
    var command = 'racklet-flash'
    for word $words[1..-1] {
        if (str:has-prefix $word '-') {
            break
        }
        set command = $command';'$word
    }
    var completions = [
        &'racklet-flash'= {
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times'
            cand --record 'Write every transfer to FILE as a transcript that --replay reads'
            cand --replay 'Speak to a recorded transcript instead of a board; any difference is an error'
            cand --wait 'Wait so long for the board to show up'
            cand --queue 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show'
            cand --color 'Colours in messages'
            cand --json 'Print one JSON object a line on stdout, and nothing else there'
            cand --dry-run 'Print the plan, touch nothing'
            cand -y 'Ask nothing'
            cand --yes 'Ask nothing'
            cand -v 'Say more; twice: count transfers'
            cand --verbose 'Say more; twice: count transfers'
            cand -q 'Say nothing but errors'
            cand --quiet 'Say nothing but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand list 'Every board in a recovery mode: port, vendor, SoC, mode, whether it can be opened'
            cand doctor 'What stands in the way between this machine and its boards: permissions, rules, busy boards, hubs'
            cand boards 'The board database; for one board how it gets into recovery'
            cand fel 'Allwinner''s mask ROM'
            cand starfive 'StarFive''s JH7110 and JH7100, over their serial line'
            cand sf 'StarFive''s JH7110 and JH7100, over their serial line'
            cand serial 'Any board''s serial line'
            cand virtual 'Boards that are not there'
            cand udev 'Print the udev rules that let users open boards'
            cand completions 'Print a completion script'
            cand man 'Print the manual page (of a subcommand where one is named)'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'racklet-flash;list'= {
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times'
            cand --record 'Write every transfer to FILE as a transcript that --replay reads'
            cand --replay 'Speak to a recorded transcript instead of a board; any difference is an error'
            cand --wait 'Wait so long for the board to show up'
            cand --queue 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show'
            cand --color 'Colours in messages'
            cand --json 'Print one JSON object a line on stdout, and nothing else there'
            cand --dry-run 'Print the plan, touch nothing'
            cand -y 'Ask nothing'
            cand --yes 'Ask nothing'
            cand -v 'Say more; twice: count transfers'
            cand --verbose 'Say more; twice: count transfers'
            cand -q 'Say nothing but errors'
            cand --quiet 'Say nothing but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'racklet-flash;doctor'= {
            cand --root 'Look at the machine whose files are below DIR'
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times'
            cand --record 'Write every transfer to FILE as a transcript that --replay reads'
            cand --replay 'Speak to a recorded transcript instead of a board; any difference is an error'
            cand --wait 'Wait so long for the board to show up'
            cand --queue 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show'
            cand --color 'Colours in messages'
            cand --json 'Print one JSON object a line on stdout, and nothing else there'
            cand --dry-run 'Print the plan, touch nothing'
            cand -y 'Ask nothing'
            cand --yes 'Ask nothing'
            cand -v 'Say more; twice: count transfers'
            cand --verbose 'Say more; twice: count transfers'
            cand -q 'Say nothing but errors'
            cand --quiet 'Say nothing but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'racklet-flash;boards'= {
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times'
            cand --record 'Write every transfer to FILE as a transcript that --replay reads'
            cand --replay 'Speak to a recorded transcript instead of a board; any difference is an error'
            cand --wait 'Wait so long for the board to show up'
            cand --queue 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show'
            cand --color 'Colours in messages'
            cand --json 'Print one JSON object a line on stdout, and nothing else there'
            cand --dry-run 'Print the plan, touch nothing'
            cand -y 'Ask nothing'
            cand --yes 'Ask nothing'
            cand -v 'Say more; twice: count transfers'
            cand --verbose 'Say more; twice: count transfers'
            cand -q 'Say nothing but errors'
            cand --quiet 'Say nothing but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'racklet-flash;fel'= {
            cand --soc 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)'
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times'
            cand --record 'Write every transfer to FILE as a transcript that --replay reads'
            cand --replay 'Speak to a recorded transcript instead of a board; any difference is an error'
            cand --wait 'Wait so long for the board to show up'
            cand --queue 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show'
            cand --color 'Colours in messages'
            cand --json 'Print one JSON object a line on stdout, and nothing else there'
            cand --dry-run 'Print the plan, touch nothing'
            cand -y 'Ask nothing'
            cand --yes 'Ask nothing'
            cand -v 'Say more; twice: count transfers'
            cand --verbose 'Say more; twice: count transfers'
            cand -q 'Say nothing but errors'
            cand --quiet 'Say nothing but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand version 'Ask the board who it is'
            cand ver 'Ask the board who it is'
            cand read 'Read memory into a file (- is stdout)'
            cand write 'Write files to memory (- is stdin)'
            cand exec 'Branch to code, and see to it that it comes back'
            cand exe 'Branch to code, and see to it that it comes back'
            cand hexdump 'Show memory in hexadecimal'
            cand hex 'Show memory in hexadecimal'
            cand dump 'Write memory to stdout as it is'
            cand readl 'Read 32-bit registers'
            cand writel 'Write 32-bit registers, in order'
            cand fill 'Fill memory with a byte'
            cand clear 'Fill memory with zeroes'
            cand sid 'Show the SoC''s unique number, or all of its eFuses'
            cand spl 'Run an SPL that comes back; a U-Boot behind it is loaded, not started'
            cand uboot 'Run an SPL, load U-Boot and whatever else, start it'
            cand reset64 'Start 64-bit code (the board leaves FEL)'
            cand wdreset 'Reset the board by its watchdog'
            cand dump-rom 'Read the boot ROM into a file'
            cand chips 'List every SoC that is known'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'racklet-flash;fel;version'= {
            cand --soc 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)'
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times'
            cand --record 'Write every transfer to FILE as a transcript that --replay reads'
            cand --replay 'Speak to a recorded transcript instead of a board; any difference is an error'
            cand --wait 'Wait so long for the board to show up'
            cand --queue 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show'
            cand --color 'Colours in messages'
            cand --json 'Print one JSON object a line on stdout, and nothing else there'
            cand --dry-run 'Print the plan, touch nothing'
            cand -y 'Ask nothing'
            cand --yes 'Ask nothing'
            cand -v 'Say more; twice: count transfers'
            cand --verbose 'Say more; twice: count transfers'
            cand -q 'Say nothing but errors'
            cand --quiet 'Say nothing but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'racklet-flash;fel;ver'= {
            cand --soc 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)'
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times'
            cand --record 'Write every transfer to FILE as a transcript that --replay reads'
            cand --replay 'Speak to a recorded transcript instead of a board; any difference is an error'
            cand --wait 'Wait so long for the board to show up'
            cand --queue 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show'
            cand --color 'Colours in messages'
            cand --json 'Print one JSON object a line on stdout, and nothing else there'
            cand --dry-run 'Print the plan, touch nothing'
            cand -y 'Ask nothing'
            cand --yes 'Ask nothing'
            cand -v 'Say more; twice: count transfers'
            cand --verbose 'Say more; twice: count transfers'
            cand -q 'Say nothing but errors'
            cand --quiet 'Say nothing but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'racklet-flash;fel;read'= {
            cand --soc 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)'
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times'
            cand --record 'Write every transfer to FILE as a transcript that --replay reads'
            cand --replay 'Speak to a recorded transcript instead of a board; any difference is an error'
            cand --wait 'Wait so long for the board to show up'
            cand --queue 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show'
            cand --color 'Colours in messages'
            cand --json 'Print one JSON object a line on stdout, and nothing else there'
            cand --dry-run 'Print the plan, touch nothing'
            cand -y 'Ask nothing'
            cand --yes 'Ask nothing'
            cand -v 'Say more; twice: count transfers'
            cand --verbose 'Say more; twice: count transfers'
            cand -q 'Say nothing but errors'
            cand --quiet 'Say nothing but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'racklet-flash;fel;write'= {
            cand --soc 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)'
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times'
            cand --record 'Write every transfer to FILE as a transcript that --replay reads'
            cand --replay 'Speak to a recorded transcript instead of a board; any difference is an error'
            cand --wait 'Wait so long for the board to show up'
            cand --queue 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show'
            cand --color 'Colours in messages'
            cand --verify 'Read everything back and compare'
            cand --json 'Print one JSON object a line on stdout, and nothing else there'
            cand --dry-run 'Print the plan, touch nothing'
            cand -y 'Ask nothing'
            cand --yes 'Ask nothing'
            cand -v 'Say more; twice: count transfers'
            cand --verbose 'Say more; twice: count transfers'
            cand -q 'Say nothing but errors'
            cand --quiet 'Say nothing but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'racklet-flash;fel;exec'= {
            cand --limit 'The longest that it may take'
            cand --soc 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)'
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times'
            cand --record 'Write every transfer to FILE as a transcript that --replay reads'
            cand --replay 'Speak to a recorded transcript instead of a board; any difference is an error'
            cand --wait 'Wait so long for the board to show up'
            cand --queue 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show'
            cand --color 'Colours in messages'
            cand --no-return 'The code is not to come back'
            cand --json 'Print one JSON object a line on stdout, and nothing else there'
            cand --dry-run 'Print the plan, touch nothing'
            cand -y 'Ask nothing'
            cand --yes 'Ask nothing'
            cand -v 'Say more; twice: count transfers'
            cand --verbose 'Say more; twice: count transfers'
            cand -q 'Say nothing but errors'
            cand --quiet 'Say nothing but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'racklet-flash;fel;exe'= {
            cand --limit 'The longest that it may take'
            cand --soc 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)'
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times'
            cand --record 'Write every transfer to FILE as a transcript that --replay reads'
            cand --replay 'Speak to a recorded transcript instead of a board; any difference is an error'
            cand --wait 'Wait so long for the board to show up'
            cand --queue 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show'
            cand --color 'Colours in messages'
            cand --no-return 'The code is not to come back'
            cand --json 'Print one JSON object a line on stdout, and nothing else there'
            cand --dry-run 'Print the plan, touch nothing'
            cand -y 'Ask nothing'
            cand --yes 'Ask nothing'
            cand -v 'Say more; twice: count transfers'
            cand --verbose 'Say more; twice: count transfers'
            cand -q 'Say nothing but errors'
            cand --quiet 'Say nothing but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'racklet-flash;fel;hexdump'= {
            cand --soc 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)'
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times'
            cand --record 'Write every transfer to FILE as a transcript that --replay reads'
            cand --replay 'Speak to a recorded transcript instead of a board; any difference is an error'
            cand --wait 'Wait so long for the board to show up'
            cand --queue 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show'
            cand --color 'Colours in messages'
            cand --json 'Print one JSON object a line on stdout, and nothing else there'
            cand --dry-run 'Print the plan, touch nothing'
            cand -y 'Ask nothing'
            cand --yes 'Ask nothing'
            cand -v 'Say more; twice: count transfers'
            cand --verbose 'Say more; twice: count transfers'
            cand -q 'Say nothing but errors'
            cand --quiet 'Say nothing but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'racklet-flash;fel;hex'= {
            cand --soc 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)'
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times'
            cand --record 'Write every transfer to FILE as a transcript that --replay reads'
            cand --replay 'Speak to a recorded transcript instead of a board; any difference is an error'
            cand --wait 'Wait so long for the board to show up'
            cand --queue 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show'
            cand --color 'Colours in messages'
            cand --json 'Print one JSON object a line on stdout, and nothing else there'
            cand --dry-run 'Print the plan, touch nothing'
            cand -y 'Ask nothing'
            cand --yes 'Ask nothing'
            cand -v 'Say more; twice: count transfers'
            cand --verbose 'Say more; twice: count transfers'
            cand -q 'Say nothing but errors'
            cand --quiet 'Say nothing but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'racklet-flash;fel;dump'= {
            cand --soc 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)'
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times'
            cand --record 'Write every transfer to FILE as a transcript that --replay reads'
            cand --replay 'Speak to a recorded transcript instead of a board; any difference is an error'
            cand --wait 'Wait so long for the board to show up'
            cand --queue 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show'
            cand --color 'Colours in messages'
            cand --json 'Print one JSON object a line on stdout, and nothing else there'
            cand --dry-run 'Print the plan, touch nothing'
            cand -y 'Ask nothing'
            cand --yes 'Ask nothing'
            cand -v 'Say more; twice: count transfers'
            cand --verbose 'Say more; twice: count transfers'
            cand -q 'Say nothing but errors'
            cand --quiet 'Say nothing but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'racklet-flash;fel;readl'= {
            cand --count 'So many registers in a row from each address on'
            cand --soc 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)'
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times'
            cand --record 'Write every transfer to FILE as a transcript that --replay reads'
            cand --replay 'Speak to a recorded transcript instead of a board; any difference is an error'
            cand --wait 'Wait so long for the board to show up'
            cand --queue 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show'
            cand --color 'Colours in messages'
            cand --json 'Print one JSON object a line on stdout, and nothing else there'
            cand --dry-run 'Print the plan, touch nothing'
            cand -y 'Ask nothing'
            cand --yes 'Ask nothing'
            cand -v 'Say more; twice: count transfers'
            cand --verbose 'Say more; twice: count transfers'
            cand -q 'Say nothing but errors'
            cand --quiet 'Say nothing but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'racklet-flash;fel;writel'= {
            cand --soc 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)'
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times'
            cand --record 'Write every transfer to FILE as a transcript that --replay reads'
            cand --replay 'Speak to a recorded transcript instead of a board; any difference is an error'
            cand --wait 'Wait so long for the board to show up'
            cand --queue 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show'
            cand --color 'Colours in messages'
            cand --json 'Print one JSON object a line on stdout, and nothing else there'
            cand --dry-run 'Print the plan, touch nothing'
            cand -y 'Ask nothing'
            cand --yes 'Ask nothing'
            cand -v 'Say more; twice: count transfers'
            cand --verbose 'Say more; twice: count transfers'
            cand -q 'Say nothing but errors'
            cand --quiet 'Say nothing but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'racklet-flash;fel;fill'= {
            cand --soc 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)'
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times'
            cand --record 'Write every transfer to FILE as a transcript that --replay reads'
            cand --replay 'Speak to a recorded transcript instead of a board; any difference is an error'
            cand --wait 'Wait so long for the board to show up'
            cand --queue 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show'
            cand --color 'Colours in messages'
            cand --json 'Print one JSON object a line on stdout, and nothing else there'
            cand --dry-run 'Print the plan, touch nothing'
            cand -y 'Ask nothing'
            cand --yes 'Ask nothing'
            cand -v 'Say more; twice: count transfers'
            cand --verbose 'Say more; twice: count transfers'
            cand -q 'Say nothing but errors'
            cand --quiet 'Say nothing but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'racklet-flash;fel;clear'= {
            cand --soc 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)'
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times'
            cand --record 'Write every transfer to FILE as a transcript that --replay reads'
            cand --replay 'Speak to a recorded transcript instead of a board; any difference is an error'
            cand --wait 'Wait so long for the board to show up'
            cand --queue 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show'
            cand --color 'Colours in messages'
            cand --json 'Print one JSON object a line on stdout, and nothing else there'
            cand --dry-run 'Print the plan, touch nothing'
            cand -y 'Ask nothing'
            cand --yes 'Ask nothing'
            cand -v 'Say more; twice: count transfers'
            cand --verbose 'Say more; twice: count transfers'
            cand -q 'Say nothing but errors'
            cand --quiet 'Say nothing but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'racklet-flash;fel;sid'= {
            cand --soc 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)'
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times'
            cand --record 'Write every transfer to FILE as a transcript that --replay reads'
            cand --replay 'Speak to a recorded transcript instead of a board; any difference is an error'
            cand --wait 'Wait so long for the board to show up'
            cand --queue 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show'
            cand --color 'Colours in messages'
            cand --registers 'Read through the SID''s own registers, not its memory map'
            cand --dump 'Every section of the eFuses'
            cand --json 'Print one JSON object a line on stdout, and nothing else there'
            cand --dry-run 'Print the plan, touch nothing'
            cand -y 'Ask nothing'
            cand --yes 'Ask nothing'
            cand -v 'Say more; twice: count transfers'
            cand --verbose 'Say more; twice: count transfers'
            cand -q 'Say nothing but errors'
            cand --quiet 'Say nothing but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'racklet-flash;fel;spl'= {
            cand --soc 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)'
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times'
            cand --record 'Write every transfer to FILE as a transcript that --replay reads'
            cand --replay 'Speak to a recorded transcript instead of a board; any difference is an error'
            cand --wait 'Wait so long for the board to show up'
            cand --queue 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show'
            cand --color 'Colours in messages'
            cand --json 'Print one JSON object a line on stdout, and nothing else there'
            cand --dry-run 'Print the plan, touch nothing'
            cand -y 'Ask nothing'
            cand --yes 'Ask nothing'
            cand -v 'Say more; twice: count transfers'
            cand --verbose 'Say more; twice: count transfers'
            cand -q 'Say nothing but errors'
            cand --quiet 'Say nothing but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'racklet-flash;fel;uboot'= {
            cand -w 'Load a file before the start; a script or environment among them is passed to U-Boot; repeatable'
            cand --write 'Load a file before the start; a script or environment among them is passed to U-Boot; repeatable'
            cand -s 'Have U-Boot run this: a boot.scr, or the plain text of a script'
            cand --script 'Have U-Boot run this: a boot.scr, or the plain text of a script'
            cand --script-address 'Where the script goes'
            cand --soc 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)'
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times'
            cand --record 'Write every transfer to FILE as a transcript that --replay reads'
            cand --replay 'Speak to a recorded transcript instead of a board; any difference is an error'
            cand --wait 'Wait so long for the board to show up'
            cand --queue 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show'
            cand --color 'Colours in messages'
            cand --json 'Print one JSON object a line on stdout, and nothing else there'
            cand --dry-run 'Print the plan, touch nothing'
            cand -y 'Ask nothing'
            cand --yes 'Ask nothing'
            cand -v 'Say more; twice: count transfers'
            cand --verbose 'Say more; twice: count transfers'
            cand -q 'Say nothing but errors'
            cand --quiet 'Say nothing but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'racklet-flash;fel;reset64'= {
            cand --soc 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)'
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times'
            cand --record 'Write every transfer to FILE as a transcript that --replay reads'
            cand --replay 'Speak to a recorded transcript instead of a board; any difference is an error'
            cand --wait 'Wait so long for the board to show up'
            cand --queue 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show'
            cand --color 'Colours in messages'
            cand --json 'Print one JSON object a line on stdout, and nothing else there'
            cand --dry-run 'Print the plan, touch nothing'
            cand -y 'Ask nothing'
            cand --yes 'Ask nothing'
            cand -v 'Say more; twice: count transfers'
            cand --verbose 'Say more; twice: count transfers'
            cand -q 'Say nothing but errors'
            cand --quiet 'Say nothing but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'racklet-flash;fel;wdreset'= {
            cand --soc 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)'
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times'
            cand --record 'Write every transfer to FILE as a transcript that --replay reads'
            cand --replay 'Speak to a recorded transcript instead of a board; any difference is an error'
            cand --wait 'Wait so long for the board to show up'
            cand --queue 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show'
            cand --color 'Colours in messages'
            cand --json 'Print one JSON object a line on stdout, and nothing else there'
            cand --dry-run 'Print the plan, touch nothing'
            cand -y 'Ask nothing'
            cand --yes 'Ask nothing'
            cand -v 'Say more; twice: count transfers'
            cand --verbose 'Say more; twice: count transfers'
            cand -q 'Say nothing but errors'
            cand --quiet 'Say nothing but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'racklet-flash;fel;dump-rom'= {
            cand --length 'Bytes, where they are to be other than known'
            cand --soc 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)'
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times'
            cand --record 'Write every transfer to FILE as a transcript that --replay reads'
            cand --replay 'Speak to a recorded transcript instead of a board; any difference is an error'
            cand --wait 'Wait so long for the board to show up'
            cand --queue 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show'
            cand --color 'Colours in messages'
            cand --json 'Print one JSON object a line on stdout, and nothing else there'
            cand --dry-run 'Print the plan, touch nothing'
            cand -y 'Ask nothing'
            cand --yes 'Ask nothing'
            cand -v 'Say more; twice: count transfers'
            cand --verbose 'Say more; twice: count transfers'
            cand -q 'Say nothing but errors'
            cand --quiet 'Say nothing but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'racklet-flash;fel;chips'= {
            cand --soc 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)'
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times'
            cand --record 'Write every transfer to FILE as a transcript that --replay reads'
            cand --replay 'Speak to a recorded transcript instead of a board; any difference is an error'
            cand --wait 'Wait so long for the board to show up'
            cand --queue 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show'
            cand --color 'Colours in messages'
            cand --json 'Print one JSON object a line on stdout, and nothing else there'
            cand --dry-run 'Print the plan, touch nothing'
            cand -y 'Ask nothing'
            cand --yes 'Ask nothing'
            cand -v 'Say more; twice: count transfers'
            cand --verbose 'Say more; twice: count transfers'
            cand -q 'Say nothing but errors'
            cand --quiet 'Say nothing but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'racklet-flash;fel;help'= {
            cand version 'Ask the board who it is'
            cand read 'Read memory into a file (- is stdout)'
            cand write 'Write files to memory (- is stdin)'
            cand exec 'Branch to code, and see to it that it comes back'
            cand hexdump 'Show memory in hexadecimal'
            cand dump 'Write memory to stdout as it is'
            cand readl 'Read 32-bit registers'
            cand writel 'Write 32-bit registers, in order'
            cand fill 'Fill memory with a byte'
            cand clear 'Fill memory with zeroes'
            cand sid 'Show the SoC''s unique number, or all of its eFuses'
            cand spl 'Run an SPL that comes back; a U-Boot behind it is loaded, not started'
            cand uboot 'Run an SPL, load U-Boot and whatever else, start it'
            cand reset64 'Start 64-bit code (the board leaves FEL)'
            cand wdreset 'Reset the board by its watchdog'
            cand dump-rom 'Read the boot ROM into a file'
            cand chips 'List every SoC that is known'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'racklet-flash;fel;help;version'= {
        }
        &'racklet-flash;fel;help;read'= {
        }
        &'racklet-flash;fel;help;write'= {
        }
        &'racklet-flash;fel;help;exec'= {
        }
        &'racklet-flash;fel;help;hexdump'= {
        }
        &'racklet-flash;fel;help;dump'= {
        }
        &'racklet-flash;fel;help;readl'= {
        }
        &'racklet-flash;fel;help;writel'= {
        }
        &'racklet-flash;fel;help;fill'= {
        }
        &'racklet-flash;fel;help;clear'= {
        }
        &'racklet-flash;fel;help;sid'= {
        }
        &'racklet-flash;fel;help;spl'= {
        }
        &'racklet-flash;fel;help;uboot'= {
        }
        &'racklet-flash;fel;help;reset64'= {
        }
        &'racklet-flash;fel;help;wdreset'= {
        }
        &'racklet-flash;fel;help;dump-rom'= {
        }
        &'racklet-flash;fel;help;chips'= {
        }
        &'racklet-flash;fel;help;help'= {
        }
        &'racklet-flash;starfive'= {
            cand --baud 'The line''s rate, where it is not the board''s own (JH7110 115200, JH7100 9600)'
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times'
            cand --record 'Write every transfer to FILE as a transcript that --replay reads'
            cand --replay 'Speak to a recorded transcript instead of a board; any difference is an error'
            cand --wait 'Wait so long for the board to show up'
            cand --queue 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show'
            cand --color 'Colours in messages'
            cand --json 'Print one JSON object a line on stdout, and nothing else there'
            cand --dry-run 'Print the plan, touch nothing'
            cand -y 'Ask nothing'
            cand --yes 'Ask nothing'
            cand -v 'Say more; twice: count transfers'
            cand --verbose 'Say more; twice: count transfers'
            cand -q 'Say nothing but errors'
            cand --quiet 'Say nothing but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand boot 'Bring U-Boot up in memory, to its prompt; nothing is written'
            cand flash-spi 'Write SPL and U-Boot to the SPI flash through U-Boot, verified'
            cand recovery 'Write through the vendor''s recovery program'
            cand header 'What stands before an SPL'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'racklet-flash;sf'= {
            cand --baud 'The line''s rate, where it is not the board''s own (JH7110 115200, JH7100 9600)'
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times'
            cand --record 'Write every transfer to FILE as a transcript that --replay reads'
            cand --replay 'Speak to a recorded transcript instead of a board; any difference is an error'
            cand --wait 'Wait so long for the board to show up'
            cand --queue 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show'
            cand --color 'Colours in messages'
            cand --json 'Print one JSON object a line on stdout, and nothing else there'
            cand --dry-run 'Print the plan, touch nothing'
            cand -y 'Ask nothing'
            cand --yes 'Ask nothing'
            cand -v 'Say more; twice: count transfers'
            cand --verbose 'Say more; twice: count transfers'
            cand -q 'Say nothing but errors'
            cand --quiet 'Say nothing but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand boot 'Bring U-Boot up in memory, to its prompt; nothing is written'
            cand flash-spi 'Write SPL and U-Boot to the SPI flash through U-Boot, verified'
            cand recovery 'Write through the vendor''s recovery program'
            cand header 'What stands before an SPL'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'racklet-flash;starfive;boot'= {
            cand --spl 'The SPL with its header (u-boot-spl.bin.normal.out)'
            cand --uboot 'U-Boot (u-boot.itb, or the vendor''s visionfive2_fw_payload.img)'
            cand --baud 'The line''s rate, where it is not the board''s own (JH7110 115200, JH7100 9600)'
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times'
            cand --record 'Write every transfer to FILE as a transcript that --replay reads'
            cand --replay 'Speak to a recorded transcript instead of a board; any difference is an error'
            cand --wait 'Wait so long for the board to show up'
            cand --queue 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show'
            cand --color 'Colours in messages'
            cand --json 'Print one JSON object a line on stdout, and nothing else there'
            cand --dry-run 'Print the plan, touch nothing'
            cand -y 'Ask nothing'
            cand --yes 'Ask nothing'
            cand -v 'Say more; twice: count transfers'
            cand --verbose 'Say more; twice: count transfers'
            cand -q 'Say nothing but errors'
            cand --quiet 'Say nothing but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'racklet-flash;sf;boot'= {
            cand --spl 'The SPL with its header (u-boot-spl.bin.normal.out)'
            cand --uboot 'U-Boot (u-boot.itb, or the vendor''s visionfive2_fw_payload.img)'
            cand --baud 'The line''s rate, where it is not the board''s own (JH7110 115200, JH7100 9600)'
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times'
            cand --record 'Write every transfer to FILE as a transcript that --replay reads'
            cand --replay 'Speak to a recorded transcript instead of a board; any difference is an error'
            cand --wait 'Wait so long for the board to show up'
            cand --queue 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show'
            cand --color 'Colours in messages'
            cand --json 'Print one JSON object a line on stdout, and nothing else there'
            cand --dry-run 'Print the plan, touch nothing'
            cand -y 'Ask nothing'
            cand --yes 'Ask nothing'
            cand -v 'Say more; twice: count transfers'
            cand --verbose 'Say more; twice: count transfers'
            cand -q 'Say nothing but errors'
            cand --quiet 'Say nothing but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'racklet-flash;starfive;flash-spi'= {
            cand --spl 'The SPL with its header (u-boot-spl.bin.normal.out)'
            cand --uboot 'U-Boot (u-boot.itb, or the vendor''s visionfive2_fw_payload.img)'
            cand --baud 'The line''s rate, where it is not the board''s own (JH7110 115200, JH7100 9600)'
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times'
            cand --record 'Write every transfer to FILE as a transcript that --replay reads'
            cand --replay 'Speak to a recorded transcript instead of a board; any difference is an error'
            cand --wait 'Wait so long for the board to show up'
            cand --queue 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show'
            cand --color 'Colours in messages'
            cand --fast 'Load at 1.5 Mbaud once U-Boot is up; where the board loses bytes at that, the line falls back by itself'
            cand --json 'Print one JSON object a line on stdout, and nothing else there'
            cand --dry-run 'Print the plan, touch nothing'
            cand -y 'Ask nothing'
            cand --yes 'Ask nothing'
            cand -v 'Say more; twice: count transfers'
            cand --verbose 'Say more; twice: count transfers'
            cand -q 'Say nothing but errors'
            cand --quiet 'Say nothing but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'racklet-flash;sf;flash-spi'= {
            cand --spl 'The SPL with its header (u-boot-spl.bin.normal.out)'
            cand --uboot 'U-Boot (u-boot.itb, or the vendor''s visionfive2_fw_payload.img)'
            cand --baud 'The line''s rate, where it is not the board''s own (JH7110 115200, JH7100 9600)'
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times'
            cand --record 'Write every transfer to FILE as a transcript that --replay reads'
            cand --replay 'Speak to a recorded transcript instead of a board; any difference is an error'
            cand --wait 'Wait so long for the board to show up'
            cand --queue 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show'
            cand --color 'Colours in messages'
            cand --fast 'Load at 1.5 Mbaud once U-Boot is up; where the board loses bytes at that, the line falls back by itself'
            cand --json 'Print one JSON object a line on stdout, and nothing else there'
            cand --dry-run 'Print the plan, touch nothing'
            cand -y 'Ask nothing'
            cand --yes 'Ask nothing'
            cand -v 'Say more; twice: count transfers'
            cand --verbose 'Say more; twice: count transfers'
            cand -q 'Say nothing but errors'
            cand --quiet 'Say nothing but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'racklet-flash;starfive;recovery'= {
            cand --program 'The vendor''s recovery program'
            cand --spl 'JH7110: the SPL with its header'
            cand --uboot 'JH7110: U-Boot'
            cand --to 'JH7110: where to write'
            cand --second-boot 'JH7100: the second boot program'
            cand --ddr-init 'JH7100: the DRAM initialisation'
            cand --baud 'The line''s rate, where it is not the board''s own (JH7110 115200, JH7100 9600)'
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times'
            cand --record 'Write every transfer to FILE as a transcript that --replay reads'
            cand --replay 'Speak to a recorded transcript instead of a board; any difference is an error'
            cand --wait 'Wait so long for the board to show up'
            cand --queue 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show'
            cand --color 'Colours in messages'
            cand --json 'Print one JSON object a line on stdout, and nothing else there'
            cand --dry-run 'Print the plan, touch nothing'
            cand -y 'Ask nothing'
            cand --yes 'Ask nothing'
            cand -v 'Say more; twice: count transfers'
            cand --verbose 'Say more; twice: count transfers'
            cand -q 'Say nothing but errors'
            cand --quiet 'Say nothing but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'racklet-flash;sf;recovery'= {
            cand --program 'The vendor''s recovery program'
            cand --spl 'JH7110: the SPL with its header'
            cand --uboot 'JH7110: U-Boot'
            cand --to 'JH7110: where to write'
            cand --second-boot 'JH7100: the second boot program'
            cand --ddr-init 'JH7100: the DRAM initialisation'
            cand --baud 'The line''s rate, where it is not the board''s own (JH7110 115200, JH7100 9600)'
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times'
            cand --record 'Write every transfer to FILE as a transcript that --replay reads'
            cand --replay 'Speak to a recorded transcript instead of a board; any difference is an error'
            cand --wait 'Wait so long for the board to show up'
            cand --queue 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show'
            cand --color 'Colours in messages'
            cand --json 'Print one JSON object a line on stdout, and nothing else there'
            cand --dry-run 'Print the plan, touch nothing'
            cand -y 'Ask nothing'
            cand --yes 'Ask nothing'
            cand -v 'Say more; twice: count transfers'
            cand --verbose 'Say more; twice: count transfers'
            cand -q 'Say nothing but errors'
            cand --quiet 'Say nothing but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'racklet-flash;starfive;header'= {
            cand --baud 'The line''s rate, where it is not the board''s own (JH7110 115200, JH7100 9600)'
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times'
            cand --record 'Write every transfer to FILE as a transcript that --replay reads'
            cand --replay 'Speak to a recorded transcript instead of a board; any difference is an error'
            cand --wait 'Wait so long for the board to show up'
            cand --queue 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show'
            cand --color 'Colours in messages'
            cand --json 'Print one JSON object a line on stdout, and nothing else there'
            cand --dry-run 'Print the plan, touch nothing'
            cand -y 'Ask nothing'
            cand --yes 'Ask nothing'
            cand -v 'Say more; twice: count transfers'
            cand --verbose 'Say more; twice: count transfers'
            cand -q 'Say nothing but errors'
            cand --quiet 'Say nothing but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand create 'Put the header before an SPL (u-boot-spl.bin)'
            cand check 'Say what a file is, and whether its header holds'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'racklet-flash;starfive;header;create'= {
            cand -o 'Where it goes, where not FILE.normal.out'
            cand --output 'Where it goes, where not FILE.normal.out'
            cand --version 'The version word'
            cand --backup 'Where in the flash the ROM looks for another copy'
            cand --baud 'The line''s rate, where it is not the board''s own (JH7110 115200, JH7100 9600)'
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times'
            cand --record 'Write every transfer to FILE as a transcript that --replay reads'
            cand --replay 'Speak to a recorded transcript instead of a board; any difference is an error'
            cand --wait 'Wait so long for the board to show up'
            cand --queue 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show'
            cand --color 'Colours in messages'
            cand --jh7100 'Put the JH7100''s length there instead'
            cand --json 'Print one JSON object a line on stdout, and nothing else there'
            cand --dry-run 'Print the plan, touch nothing'
            cand -y 'Ask nothing'
            cand --yes 'Ask nothing'
            cand -v 'Say more; twice: count transfers'
            cand --verbose 'Say more; twice: count transfers'
            cand -q 'Say nothing but errors'
            cand --quiet 'Say nothing but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'racklet-flash;starfive;header;check'= {
            cand --baud 'The line''s rate, where it is not the board''s own (JH7110 115200, JH7100 9600)'
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times'
            cand --record 'Write every transfer to FILE as a transcript that --replay reads'
            cand --replay 'Speak to a recorded transcript instead of a board; any difference is an error'
            cand --wait 'Wait so long for the board to show up'
            cand --queue 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show'
            cand --color 'Colours in messages'
            cand --json 'Print one JSON object a line on stdout, and nothing else there'
            cand --dry-run 'Print the plan, touch nothing'
            cand -y 'Ask nothing'
            cand --yes 'Ask nothing'
            cand -v 'Say more; twice: count transfers'
            cand --verbose 'Say more; twice: count transfers'
            cand -q 'Say nothing but errors'
            cand --quiet 'Say nothing but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'racklet-flash;starfive;header;help'= {
            cand create 'Put the header before an SPL (u-boot-spl.bin)'
            cand check 'Say what a file is, and whether its header holds'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'racklet-flash;starfive;header;help;create'= {
        }
        &'racklet-flash;starfive;header;help;check'= {
        }
        &'racklet-flash;starfive;header;help;help'= {
        }
        &'racklet-flash;sf;header'= {
            cand --baud 'The line''s rate, where it is not the board''s own (JH7110 115200, JH7100 9600)'
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times'
            cand --record 'Write every transfer to FILE as a transcript that --replay reads'
            cand --replay 'Speak to a recorded transcript instead of a board; any difference is an error'
            cand --wait 'Wait so long for the board to show up'
            cand --queue 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show'
            cand --color 'Colours in messages'
            cand --json 'Print one JSON object a line on stdout, and nothing else there'
            cand --dry-run 'Print the plan, touch nothing'
            cand -y 'Ask nothing'
            cand --yes 'Ask nothing'
            cand -v 'Say more; twice: count transfers'
            cand --verbose 'Say more; twice: count transfers'
            cand -q 'Say nothing but errors'
            cand --quiet 'Say nothing but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand create 'Put the header before an SPL (u-boot-spl.bin)'
            cand check 'Say what a file is, and whether its header holds'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'racklet-flash;sf;header;create'= {
            cand -o 'Where it goes, where not FILE.normal.out'
            cand --output 'Where it goes, where not FILE.normal.out'
            cand --version 'The version word'
            cand --backup 'Where in the flash the ROM looks for another copy'
            cand --baud 'The line''s rate, where it is not the board''s own (JH7110 115200, JH7100 9600)'
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times'
            cand --record 'Write every transfer to FILE as a transcript that --replay reads'
            cand --replay 'Speak to a recorded transcript instead of a board; any difference is an error'
            cand --wait 'Wait so long for the board to show up'
            cand --queue 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show'
            cand --color 'Colours in messages'
            cand --jh7100 'Put the JH7100''s length there instead'
            cand --json 'Print one JSON object a line on stdout, and nothing else there'
            cand --dry-run 'Print the plan, touch nothing'
            cand -y 'Ask nothing'
            cand --yes 'Ask nothing'
            cand -v 'Say more; twice: count transfers'
            cand --verbose 'Say more; twice: count transfers'
            cand -q 'Say nothing but errors'
            cand --quiet 'Say nothing but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'racklet-flash;sf;header;check'= {
            cand --baud 'The line''s rate, where it is not the board''s own (JH7110 115200, JH7100 9600)'
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times'
            cand --record 'Write every transfer to FILE as a transcript that --replay reads'
            cand --replay 'Speak to a recorded transcript instead of a board; any difference is an error'
            cand --wait 'Wait so long for the board to show up'
            cand --queue 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show'
            cand --color 'Colours in messages'
            cand --json 'Print one JSON object a line on stdout, and nothing else there'
            cand --dry-run 'Print the plan, touch nothing'
            cand -y 'Ask nothing'
            cand --yes 'Ask nothing'
            cand -v 'Say more; twice: count transfers'
            cand --verbose 'Say more; twice: count transfers'
            cand -q 'Say nothing but errors'
            cand --quiet 'Say nothing but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'racklet-flash;sf;header;help'= {
            cand create 'Put the header before an SPL (u-boot-spl.bin)'
            cand check 'Say what a file is, and whether its header holds'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'racklet-flash;sf;header;help;create'= {
        }
        &'racklet-flash;sf;header;help;check'= {
        }
        &'racklet-flash;sf;header;help;help'= {
        }
        &'racklet-flash;starfive;help'= {
            cand boot 'Bring U-Boot up in memory, to its prompt; nothing is written'
            cand flash-spi 'Write SPL and U-Boot to the SPI flash through U-Boot, verified'
            cand recovery 'Write through the vendor''s recovery program'
            cand header 'What stands before an SPL'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'racklet-flash;starfive;help;boot'= {
        }
        &'racklet-flash;starfive;help;flash-spi'= {
        }
        &'racklet-flash;starfive;help;recovery'= {
        }
        &'racklet-flash;starfive;help;header'= {
            cand create 'Put the header before an SPL (u-boot-spl.bin)'
            cand check 'Say what a file is, and whether its header holds'
        }
        &'racklet-flash;starfive;help;header;create'= {
        }
        &'racklet-flash;starfive;help;header;check'= {
        }
        &'racklet-flash;starfive;help;help'= {
        }
        &'racklet-flash;sf;help'= {
            cand boot 'Bring U-Boot up in memory, to its prompt; nothing is written'
            cand flash-spi 'Write SPL and U-Boot to the SPI flash through U-Boot, verified'
            cand recovery 'Write through the vendor''s recovery program'
            cand header 'What stands before an SPL'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'racklet-flash;sf;help;boot'= {
        }
        &'racklet-flash;sf;help;flash-spi'= {
        }
        &'racklet-flash;sf;help;recovery'= {
        }
        &'racklet-flash;sf;help;header'= {
            cand create 'Put the header before an SPL (u-boot-spl.bin)'
            cand check 'Say what a file is, and whether its header holds'
        }
        &'racklet-flash;sf;help;header;create'= {
        }
        &'racklet-flash;sf;help;header;check'= {
        }
        &'racklet-flash;sf;help;help'= {
        }
        &'racklet-flash;serial'= {
            cand --baud 'The line''s rate'
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times'
            cand --record 'Write every transfer to FILE as a transcript that --replay reads'
            cand --replay 'Speak to a recorded transcript instead of a board; any difference is an error'
            cand --wait 'Wait so long for the board to show up'
            cand --queue 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show'
            cand --color 'Colours in messages'
            cand --json 'Print one JSON object a line on stdout, and nothing else there'
            cand --dry-run 'Print the plan, touch nothing'
            cand -y 'Ask nothing'
            cand --yes 'Ask nothing'
            cand -v 'Say more; twice: count transfers'
            cand --verbose 'Say more; twice: count transfers'
            cand -q 'Say nothing but errors'
            cand --quiet 'Say nothing but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand send 'Send files to whatever asks for them'
            cand console 'See what the board says, and wait for a text'
            cand uboot 'Run commands at U-Boot''s prompt'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'racklet-flash;serial;send'= {
            cand --protocol 'How'
            cand --receiver 'Who receives: what is known of it makes the start safe and the pauses short'
            cand --baud 'The line''s rate'
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times'
            cand --record 'Write every transfer to FILE as a transcript that --replay reads'
            cand --replay 'Speak to a recorded transcript instead of a board; any difference is an error'
            cand --wait 'Wait so long for the board to show up'
            cand --queue 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show'
            cand --color 'Colours in messages'
            cand --json 'Print one JSON object a line on stdout, and nothing else there'
            cand --dry-run 'Print the plan, touch nothing'
            cand -y 'Ask nothing'
            cand --yes 'Ask nothing'
            cand -v 'Say more; twice: count transfers'
            cand --verbose 'Say more; twice: count transfers'
            cand -q 'Say nothing but errors'
            cand --quiet 'Say nothing but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'racklet-flash;serial;console'= {
            cand --expect 'End well when the board says this'
            cand --or-fail 'Fail when the board says this'
            cand --limit 'The longest to listen; without it as long as it takes'
            cand --baud 'The line''s rate'
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times'
            cand --record 'Write every transfer to FILE as a transcript that --replay reads'
            cand --replay 'Speak to a recorded transcript instead of a board; any difference is an error'
            cand --wait 'Wait so long for the board to show up'
            cand --queue 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show'
            cand --color 'Colours in messages'
            cand --json 'Print one JSON object a line on stdout, and nothing else there'
            cand --dry-run 'Print the plan, touch nothing'
            cand -y 'Ask nothing'
            cand --yes 'Ask nothing'
            cand -v 'Say more; twice: count transfers'
            cand --verbose 'Say more; twice: count transfers'
            cand -q 'Say nothing but errors'
            cand --quiet 'Say nothing but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'racklet-flash;serial;uboot'= {
            cand --limit 'The longest that one may take'
            cand --baud 'The line''s rate'
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times'
            cand --record 'Write every transfer to FILE as a transcript that --replay reads'
            cand --replay 'Speak to a recorded transcript instead of a board; any difference is an error'
            cand --wait 'Wait so long for the board to show up'
            cand --queue 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show'
            cand --color 'Colours in messages'
            cand --json 'Print one JSON object a line on stdout, and nothing else there'
            cand --dry-run 'Print the plan, touch nothing'
            cand -y 'Ask nothing'
            cand --yes 'Ask nothing'
            cand -v 'Say more; twice: count transfers'
            cand --verbose 'Say more; twice: count transfers'
            cand -q 'Say nothing but errors'
            cand --quiet 'Say nothing but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'racklet-flash;serial;help'= {
            cand send 'Send files to whatever asks for them'
            cand console 'See what the board says, and wait for a text'
            cand uboot 'Run commands at U-Boot''s prompt'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'racklet-flash;serial;help;send'= {
        }
        &'racklet-flash;serial;help;console'= {
        }
        &'racklet-flash;serial;help;uboot'= {
        }
        &'racklet-flash;serial;help;help'= {
        }
        &'racklet-flash;virtual'= {
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times'
            cand --record 'Write every transfer to FILE as a transcript that --replay reads'
            cand --replay 'Speak to a recorded transcript instead of a board; any difference is an error'
            cand --wait 'Wait so long for the board to show up'
            cand --queue 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show'
            cand --color 'Colours in messages'
            cand --json 'Print one JSON object a line on stdout, and nothing else there'
            cand --dry-run 'Print the plan, touch nothing'
            cand -y 'Ask nothing'
            cand --yes 'Ask nothing'
            cand -v 'Say more; twice: count transfers'
            cand --verbose 'Say more; twice: count transfers'
            cand -q 'Say nothing but errors'
            cand --quiet 'Say nothing but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand list 'The boards there are, and the options they take'
            cand serve 'Put virtual boards on USB/IP and ptys, for any tool of any maker'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'racklet-flash;virtual;list'= {
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times'
            cand --record 'Write every transfer to FILE as a transcript that --replay reads'
            cand --replay 'Speak to a recorded transcript instead of a board; any difference is an error'
            cand --wait 'Wait so long for the board to show up'
            cand --queue 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show'
            cand --color 'Colours in messages'
            cand --json 'Print one JSON object a line on stdout, and nothing else there'
            cand --dry-run 'Print the plan, touch nothing'
            cand -y 'Ask nothing'
            cand --yes 'Ask nothing'
            cand -v 'Say more; twice: count transfers'
            cand --verbose 'Say more; twice: count transfers'
            cand -q 'Say nothing but errors'
            cand --quiet 'Say nothing but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'racklet-flash;virtual;serve'= {
            cand --listen 'Address and port to serve USB/IP clients on'
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times'
            cand --record 'Write every transfer to FILE as a transcript that --replay reads'
            cand --replay 'Speak to a recorded transcript instead of a board; any difference is an error'
            cand --wait 'Wait so long for the board to show up'
            cand --queue 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show'
            cand --color 'Colours in messages'
            cand --vhci 'Attach the boards to this machine''s own virtual controller (vhci-hcd; as root)'
            cand --json 'Print one JSON object a line on stdout, and nothing else there'
            cand --dry-run 'Print the plan, touch nothing'
            cand -y 'Ask nothing'
            cand --yes 'Ask nothing'
            cand -v 'Say more; twice: count transfers'
            cand --verbose 'Say more; twice: count transfers'
            cand -q 'Say nothing but errors'
            cand --quiet 'Say nothing but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'racklet-flash;virtual;help'= {
            cand list 'The boards there are, and the options they take'
            cand serve 'Put virtual boards on USB/IP and ptys, for any tool of any maker'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'racklet-flash;virtual;help;list'= {
        }
        &'racklet-flash;virtual;help;serve'= {
        }
        &'racklet-flash;virtual;help;help'= {
        }
        &'racklet-flash;udev'= {
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times'
            cand --record 'Write every transfer to FILE as a transcript that --replay reads'
            cand --replay 'Speak to a recorded transcript instead of a board; any difference is an error'
            cand --wait 'Wait so long for the board to show up'
            cand --queue 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show'
            cand --color 'Colours in messages'
            cand --json 'Print one JSON object a line on stdout, and nothing else there'
            cand --dry-run 'Print the plan, touch nothing'
            cand -y 'Ask nothing'
            cand --yes 'Ask nothing'
            cand -v 'Say more; twice: count transfers'
            cand --verbose 'Say more; twice: count transfers'
            cand -q 'Say nothing but errors'
            cand --quiet 'Say nothing but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'racklet-flash;completions'= {
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times'
            cand --record 'Write every transfer to FILE as a transcript that --replay reads'
            cand --replay 'Speak to a recorded transcript instead of a board; any difference is an error'
            cand --wait 'Wait so long for the board to show up'
            cand --queue 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show'
            cand --color 'Colours in messages'
            cand --json 'Print one JSON object a line on stdout, and nothing else there'
            cand --dry-run 'Print the plan, touch nothing'
            cand -y 'Ask nothing'
            cand --yes 'Ask nothing'
            cand -v 'Say more; twice: count transfers'
            cand --verbose 'Say more; twice: count transfers'
            cand -q 'Say nothing but errors'
            cand --quiet 'Say nothing but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'racklet-flash;man'= {
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2), the board''s own or its serial adapter''s; or a serial device (/dev/ttyUSB0)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times'
            cand --record 'Write every transfer to FILE as a transcript that --replay reads'
            cand --replay 'Speak to a recorded transcript instead of a board; any difference is an error'
            cand --wait 'Wait so long for the board to show up'
            cand --queue 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show'
            cand --color 'Colours in messages'
            cand --json 'Print one JSON object a line on stdout, and nothing else there'
            cand --dry-run 'Print the plan, touch nothing'
            cand -y 'Ask nothing'
            cand --yes 'Ask nothing'
            cand -v 'Say more; twice: count transfers'
            cand --verbose 'Say more; twice: count transfers'
            cand -q 'Say nothing but errors'
            cand --quiet 'Say nothing but errors'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'racklet-flash;help'= {
            cand list 'Every board in a recovery mode: port, vendor, SoC, mode, whether it can be opened'
            cand doctor 'What stands in the way between this machine and its boards: permissions, rules, busy boards, hubs'
            cand boards 'The board database; for one board how it gets into recovery'
            cand fel 'Allwinner''s mask ROM'
            cand starfive 'StarFive''s JH7110 and JH7100, over their serial line'
            cand serial 'Any board''s serial line'
            cand virtual 'Boards that are not there'
            cand udev 'Print the udev rules that let users open boards'
            cand completions 'Print a completion script'
            cand man 'Print the manual page (of a subcommand where one is named)'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'racklet-flash;help;list'= {
        }
        &'racklet-flash;help;doctor'= {
        }
        &'racklet-flash;help;boards'= {
        }
        &'racklet-flash;help;fel'= {
            cand version 'Ask the board who it is'
            cand read 'Read memory into a file (- is stdout)'
            cand write 'Write files to memory (- is stdin)'
            cand exec 'Branch to code, and see to it that it comes back'
            cand hexdump 'Show memory in hexadecimal'
            cand dump 'Write memory to stdout as it is'
            cand readl 'Read 32-bit registers'
            cand writel 'Write 32-bit registers, in order'
            cand fill 'Fill memory with a byte'
            cand clear 'Fill memory with zeroes'
            cand sid 'Show the SoC''s unique number, or all of its eFuses'
            cand spl 'Run an SPL that comes back; a U-Boot behind it is loaded, not started'
            cand uboot 'Run an SPL, load U-Boot and whatever else, start it'
            cand reset64 'Start 64-bit code (the board leaves FEL)'
            cand wdreset 'Reset the board by its watchdog'
            cand dump-rom 'Read the boot ROM into a file'
            cand chips 'List every SoC that is known'
        }
        &'racklet-flash;help;fel;version'= {
        }
        &'racklet-flash;help;fel;read'= {
        }
        &'racklet-flash;help;fel;write'= {
        }
        &'racklet-flash;help;fel;exec'= {
        }
        &'racklet-flash;help;fel;hexdump'= {
        }
        &'racklet-flash;help;fel;dump'= {
        }
        &'racklet-flash;help;fel;readl'= {
        }
        &'racklet-flash;help;fel;writel'= {
        }
        &'racklet-flash;help;fel;fill'= {
        }
        &'racklet-flash;help;fel;clear'= {
        }
        &'racklet-flash;help;fel;sid'= {
        }
        &'racklet-flash;help;fel;spl'= {
        }
        &'racklet-flash;help;fel;uboot'= {
        }
        &'racklet-flash;help;fel;reset64'= {
        }
        &'racklet-flash;help;fel;wdreset'= {
        }
        &'racklet-flash;help;fel;dump-rom'= {
        }
        &'racklet-flash;help;fel;chips'= {
        }
        &'racklet-flash;help;starfive'= {
            cand boot 'Bring U-Boot up in memory, to its prompt; nothing is written'
            cand flash-spi 'Write SPL and U-Boot to the SPI flash through U-Boot, verified'
            cand recovery 'Write through the vendor''s recovery program'
            cand header 'What stands before an SPL'
        }
        &'racklet-flash;help;starfive;boot'= {
        }
        &'racklet-flash;help;starfive;flash-spi'= {
        }
        &'racklet-flash;help;starfive;recovery'= {
        }
        &'racklet-flash;help;starfive;header'= {
            cand create 'Put the header before an SPL (u-boot-spl.bin)'
            cand check 'Say what a file is, and whether its header holds'
        }
        &'racklet-flash;help;starfive;header;create'= {
        }
        &'racklet-flash;help;starfive;header;check'= {
        }
        &'racklet-flash;help;serial'= {
            cand send 'Send files to whatever asks for them'
            cand console 'See what the board says, and wait for a text'
            cand uboot 'Run commands at U-Boot''s prompt'
        }
        &'racklet-flash;help;serial;send'= {
        }
        &'racklet-flash;help;serial;console'= {
        }
        &'racklet-flash;help;serial;uboot'= {
        }
        &'racklet-flash;help;virtual'= {
            cand list 'The boards there are, and the options they take'
            cand serve 'Put virtual boards on USB/IP and ptys, for any tool of any maker'
        }
        &'racklet-flash;help;virtual;list'= {
        }
        &'racklet-flash;help;virtual;serve'= {
        }
        &'racklet-flash;help;udev'= {
        }
        &'racklet-flash;help;completions'= {
        }
        &'racklet-flash;help;man'= {
        }
        &'racklet-flash;help;help'= {
        }
    ]
    $completions[$command]
}

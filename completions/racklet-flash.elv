
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
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE as pcapng, for Wireshark'
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
            cand image 'Image files: what they are, and whether they are sound'
            cand rockchip 'Rockchip''s files'
            cand rk 'Rockchip''s files'
            cand virtual 'Boards that are not there'
            cand udev 'Print the udev rules that let users open boards'
            cand completions 'Print a completion script'
            cand man 'Print the manual page (of a subcommand where one is named)'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'racklet-flash;list'= {
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE as pcapng, for Wireshark'
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
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE as pcapng, for Wireshark'
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
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE as pcapng, for Wireshark'
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
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE as pcapng, for Wireshark'
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
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE as pcapng, for Wireshark'
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
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE as pcapng, for Wireshark'
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
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE as pcapng, for Wireshark'
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
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE as pcapng, for Wireshark'
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
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE as pcapng, for Wireshark'
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
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE as pcapng, for Wireshark'
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
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE as pcapng, for Wireshark'
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
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE as pcapng, for Wireshark'
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
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE as pcapng, for Wireshark'
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
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE as pcapng, for Wireshark'
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
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE as pcapng, for Wireshark'
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
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE as pcapng, for Wireshark'
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
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE as pcapng, for Wireshark'
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
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE as pcapng, for Wireshark'
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
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE as pcapng, for Wireshark'
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
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE as pcapng, for Wireshark'
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
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE as pcapng, for Wireshark'
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
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE as pcapng, for Wireshark'
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
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE as pcapng, for Wireshark'
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
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE as pcapng, for Wireshark'
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
        &'racklet-flash;image'= {
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE as pcapng, for Wireshark'
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
            cand info 'Say what a file is (compressed, sparse, with a bmap; GPT, loader, SPL, FIT, package…) and whether it is sound. All of it is read'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'racklet-flash;image;info'= {
            cand --bmap 'The image''s bmap (otherwise one beside it is found: FILE.bmap)'
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE as pcapng, for Wireshark'
            cand --record 'Write every transfer to FILE as a transcript that --replay reads'
            cand --replay 'Speak to a recorded transcript instead of a board; any difference is an error'
            cand --wait 'Wait so long for the board to show up'
            cand --queue 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show'
            cand --color 'Colours in messages'
            cand --no-bmap 'Ignore a bmap beside the image'
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
        &'racklet-flash;image;help'= {
            cand info 'Say what a file is (compressed, sparse, with a bmap; GPT, loader, SPL, FIT, package…) and whether it is sound. All of it is read'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'racklet-flash;image;help;info'= {
        }
        &'racklet-flash;image;help;help'= {
        }
        &'racklet-flash;rockchip'= {
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE as pcapng, for Wireshark'
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
            cand loader 'Loader files'
            cand package 'Firmware packages'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'racklet-flash;rk'= {
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE as pcapng, for Wireshark'
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
            cand loader 'Loader files'
            cand package 'Firmware packages'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'racklet-flash;rockchip;loader'= {
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE as pcapng, for Wireshark'
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
            cand info 'What is in a loader file (or in the loader of an RKFW package)'
            cand check 'Check all sums of a loader file, its ID block included; or of an idbloader, as U-Boot''s mkimage makes it'
            cand pack 'Make a loader file as a recipe of rkbin says (RKBOOT/*.ini)'
            cand unpack 'Take a loader file apart, into files as the SoC executes them'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'racklet-flash;rockchip;loader;info'= {
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE as pcapng, for Wireshark'
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
        &'racklet-flash;rockchip;loader;check'= {
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE as pcapng, for Wireshark'
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
        &'racklet-flash;rockchip;loader;pack'= {
            cand -o 'The file to be made (otherwise the one that the recipe names)'
            cand --output 'The file to be made (otherwise the one that the recipe names)'
            cand --root 'Where the recipe''s paths begin'
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE as pcapng, for Wireshark'
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
        &'racklet-flash;rockchip;loader;unpack'= {
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE as pcapng, for Wireshark'
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
        &'racklet-flash;rockchip;loader;help'= {
            cand info 'What is in a loader file (or in the loader of an RKFW package)'
            cand check 'Check all sums of a loader file, its ID block included; or of an idbloader, as U-Boot''s mkimage makes it'
            cand pack 'Make a loader file as a recipe of rkbin says (RKBOOT/*.ini)'
            cand unpack 'Take a loader file apart, into files as the SoC executes them'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'racklet-flash;rockchip;loader;help;info'= {
        }
        &'racklet-flash;rockchip;loader;help;check'= {
        }
        &'racklet-flash;rockchip;loader;help;pack'= {
        }
        &'racklet-flash;rockchip;loader;help;unpack'= {
        }
        &'racklet-flash;rockchip;loader;help;help'= {
        }
        &'racklet-flash;rk;loader'= {
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE as pcapng, for Wireshark'
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
            cand info 'What is in a loader file (or in the loader of an RKFW package)'
            cand check 'Check all sums of a loader file, its ID block included; or of an idbloader, as U-Boot''s mkimage makes it'
            cand pack 'Make a loader file as a recipe of rkbin says (RKBOOT/*.ini)'
            cand unpack 'Take a loader file apart, into files as the SoC executes them'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'racklet-flash;rk;loader;info'= {
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE as pcapng, for Wireshark'
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
        &'racklet-flash;rk;loader;check'= {
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE as pcapng, for Wireshark'
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
        &'racklet-flash;rk;loader;pack'= {
            cand -o 'The file to be made (otherwise the one that the recipe names)'
            cand --output 'The file to be made (otherwise the one that the recipe names)'
            cand --root 'Where the recipe''s paths begin'
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE as pcapng, for Wireshark'
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
        &'racklet-flash;rk;loader;unpack'= {
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE as pcapng, for Wireshark'
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
        &'racklet-flash;rk;loader;help'= {
            cand info 'What is in a loader file (or in the loader of an RKFW package)'
            cand check 'Check all sums of a loader file, its ID block included; or of an idbloader, as U-Boot''s mkimage makes it'
            cand pack 'Make a loader file as a recipe of rkbin says (RKBOOT/*.ini)'
            cand unpack 'Take a loader file apart, into files as the SoC executes them'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'racklet-flash;rk;loader;help;info'= {
        }
        &'racklet-flash;rk;loader;help;check'= {
        }
        &'racklet-flash;rk;loader;help;pack'= {
        }
        &'racklet-flash;rk;loader;help;unpack'= {
        }
        &'racklet-flash;rk;loader;help;help'= {
        }
        &'racklet-flash;rockchip;package'= {
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE as pcapng, for Wireshark'
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
            cand info 'What is in a package; all of it is read and its sums are checked'
            cand unpack 'Take a package apart, after its sums were checked'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'racklet-flash;rockchip;package;info'= {
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE as pcapng, for Wireshark'
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
        &'racklet-flash;rockchip;package;unpack'= {
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE as pcapng, for Wireshark'
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
        &'racklet-flash;rockchip;package;help'= {
            cand info 'What is in a package; all of it is read and its sums are checked'
            cand unpack 'Take a package apart, after its sums were checked'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'racklet-flash;rockchip;package;help;info'= {
        }
        &'racklet-flash;rockchip;package;help;unpack'= {
        }
        &'racklet-flash;rockchip;package;help;help'= {
        }
        &'racklet-flash;rk;package'= {
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE as pcapng, for Wireshark'
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
            cand info 'What is in a package; all of it is read and its sums are checked'
            cand unpack 'Take a package apart, after its sums were checked'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'racklet-flash;rk;package;info'= {
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE as pcapng, for Wireshark'
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
        &'racklet-flash;rk;package;unpack'= {
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE as pcapng, for Wireshark'
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
        &'racklet-flash;rk;package;help'= {
            cand info 'What is in a package; all of it is read and its sums are checked'
            cand unpack 'Take a package apart, after its sums were checked'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'racklet-flash;rk;package;help;info'= {
        }
        &'racklet-flash;rk;package;help;unpack'= {
        }
        &'racklet-flash;rk;package;help;help'= {
        }
        &'racklet-flash;rockchip;help'= {
            cand loader 'Loader files'
            cand package 'Firmware packages'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'racklet-flash;rockchip;help;loader'= {
            cand info 'What is in a loader file (or in the loader of an RKFW package)'
            cand check 'Check all sums of a loader file, its ID block included; or of an idbloader, as U-Boot''s mkimage makes it'
            cand pack 'Make a loader file as a recipe of rkbin says (RKBOOT/*.ini)'
            cand unpack 'Take a loader file apart, into files as the SoC executes them'
        }
        &'racklet-flash;rockchip;help;loader;info'= {
        }
        &'racklet-flash;rockchip;help;loader;check'= {
        }
        &'racklet-flash;rockchip;help;loader;pack'= {
        }
        &'racklet-flash;rockchip;help;loader;unpack'= {
        }
        &'racklet-flash;rockchip;help;package'= {
            cand info 'What is in a package; all of it is read and its sums are checked'
            cand unpack 'Take a package apart, after its sums were checked'
        }
        &'racklet-flash;rockchip;help;package;info'= {
        }
        &'racklet-flash;rockchip;help;package;unpack'= {
        }
        &'racklet-flash;rockchip;help;help'= {
        }
        &'racklet-flash;rk;help'= {
            cand loader 'Loader files'
            cand package 'Firmware packages'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'racklet-flash;rk;help;loader'= {
            cand info 'What is in a loader file (or in the loader of an RKFW package)'
            cand check 'Check all sums of a loader file, its ID block included; or of an idbloader, as U-Boot''s mkimage makes it'
            cand pack 'Make a loader file as a recipe of rkbin says (RKBOOT/*.ini)'
            cand unpack 'Take a loader file apart, into files as the SoC executes them'
        }
        &'racklet-flash;rk;help;loader;info'= {
        }
        &'racklet-flash;rk;help;loader;check'= {
        }
        &'racklet-flash;rk;help;loader;pack'= {
        }
        &'racklet-flash;rk;help;loader;unpack'= {
        }
        &'racklet-flash;rk;help;package'= {
            cand info 'What is in a package; all of it is read and its sums are checked'
            cand unpack 'Take a package apart, after its sums were checked'
        }
        &'racklet-flash;rk;help;package;info'= {
        }
        &'racklet-flash;rk;help;package;unpack'= {
        }
        &'racklet-flash;rk;help;help'= {
        }
        &'racklet-flash;virtual'= {
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE as pcapng, for Wireshark'
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
            cand serve 'Put virtual boards on USB/IP, for any tool of any maker'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'racklet-flash;virtual;list'= {
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE as pcapng, for Wireshark'
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
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE as pcapng, for Wireshark'
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
            cand serve 'Put virtual boards on USB/IP, for any tool of any maker'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'racklet-flash;virtual;help;list'= {
        }
        &'racklet-flash;virtual;help;serve'= {
        }
        &'racklet-flash;virtual;help;help'= {
        }
        &'racklet-flash;udev'= {
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE as pcapng, for Wireshark'
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
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE as pcapng, for Wireshark'
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
            cand -p 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --port 'The board''s place: a USB port path as `list` shows it (1-1.4.2)'
            cand --virtual 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`'
            cand --trace 'Write every transfer to FILE as pcapng, for Wireshark'
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
            cand image 'Image files: what they are, and whether they are sound'
            cand rockchip 'Rockchip''s files'
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
        &'racklet-flash;help;image'= {
            cand info 'Say what a file is (compressed, sparse, with a bmap; GPT, loader, SPL, FIT, package…) and whether it is sound. All of it is read'
        }
        &'racklet-flash;help;image;info'= {
        }
        &'racklet-flash;help;rockchip'= {
            cand loader 'Loader files'
            cand package 'Firmware packages'
        }
        &'racklet-flash;help;rockchip;loader'= {
            cand info 'What is in a loader file (or in the loader of an RKFW package)'
            cand check 'Check all sums of a loader file, its ID block included; or of an idbloader, as U-Boot''s mkimage makes it'
            cand pack 'Make a loader file as a recipe of rkbin says (RKBOOT/*.ini)'
            cand unpack 'Take a loader file apart, into files as the SoC executes them'
        }
        &'racklet-flash;help;rockchip;loader;info'= {
        }
        &'racklet-flash;help;rockchip;loader;check'= {
        }
        &'racklet-flash;help;rockchip;loader;pack'= {
        }
        &'racklet-flash;help;rockchip;loader;unpack'= {
        }
        &'racklet-flash;help;rockchip;package'= {
            cand info 'What is in a package; all of it is read and its sums are checked'
            cand unpack 'Take a package apart, after its sums were checked'
        }
        &'racklet-flash;help;rockchip;package;info'= {
        }
        &'racklet-flash;help;rockchip;package;unpack'= {
        }
        &'racklet-flash;help;virtual'= {
            cand list 'The boards there are, and the options they take'
            cand serve 'Put virtual boards on USB/IP, for any tool of any maker'
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

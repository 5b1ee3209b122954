# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_racklet_flash_global_optspecs
    string join \n p/port= virtual= json dry-run trace= record= replay= wait= queue= y/yes v/verbose q/quiet color= h/help V/version
end

function __fish_racklet_flash_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_racklet_flash_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_racklet_flash_using_subcommand
    set -l cmd (__fish_racklet_flash_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c racklet-flash -n "__fish_racklet_flash_needs_command" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_needs_command" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_needs_command" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_needs_command" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_needs_command" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_needs_command" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_needs_command" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_needs_command" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_needs_command" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_needs_command" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_needs_command" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_needs_command" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_needs_command" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_needs_command" -s V -l version -d 'Print version'
complete -c racklet-flash -n "__fish_racklet_flash_needs_command" -f -a "list" -d 'Every board in a recovery mode: port, vendor, SoC, mode, whether it can be opened'
complete -c racklet-flash -n "__fish_racklet_flash_needs_command" -f -a "doctor" -d 'What stands in the way between this machine and its boards: permissions, rules, busy boards, hubs'
complete -c racklet-flash -n "__fish_racklet_flash_needs_command" -f -a "boards" -d 'The board database; for one board how it gets into recovery'
complete -c racklet-flash -n "__fish_racklet_flash_needs_command" -f -a "fel" -d 'Allwinner\'s mask ROM'
complete -c racklet-flash -n "__fish_racklet_flash_needs_command" -f -a "rockchip" -d 'Rockchip\'s mask ROM, and the loaders that follow it'
complete -c racklet-flash -n "__fish_racklet_flash_needs_command" -f -a "rk" -d 'Rockchip\'s mask ROM, and the loaders that follow it'
complete -c racklet-flash -n "__fish_racklet_flash_needs_command" -f -a "amlogic" -d 'Amlogic\'s mask ROMs, and BL2 and U-Boot that follow them'
complete -c racklet-flash -n "__fish_racklet_flash_needs_command" -f -a "aml" -d 'Amlogic\'s mask ROMs, and BL2 and U-Boot that follow them'
complete -c racklet-flash -n "__fish_racklet_flash_needs_command" -f -a "starfive" -d 'StarFive\'s JH7110 and JH7100, over their serial line'
complete -c racklet-flash -n "__fish_racklet_flash_needs_command" -f -a "sf" -d 'StarFive\'s JH7110 and JH7100, over their serial line'
complete -c racklet-flash -n "__fish_racklet_flash_needs_command" -f -a "serial" -d 'Any board\'s serial line'
complete -c racklet-flash -n "__fish_racklet_flash_needs_command" -f -a "image" -d 'Image files: what they are, and whether they are sound'
complete -c racklet-flash -n "__fish_racklet_flash_needs_command" -f -a "virtual" -d 'Boards that are not there'
complete -c racklet-flash -n "__fish_racklet_flash_needs_command" -f -a "udev" -d 'Print the udev rules that let users open boards'
complete -c racklet-flash -n "__fish_racklet_flash_needs_command" -f -a "completions" -d 'Print a completion script'
complete -c racklet-flash -n "__fish_racklet_flash_needs_command" -f -a "man" -d 'Print the manual page (of a subcommand where one is named)'
complete -c racklet-flash -n "__fish_racklet_flash_needs_command" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand list" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand list" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand list" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand list" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand list" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand list" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand list" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand list" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand list" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand list" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand list" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand list" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand list" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand doctor" -l root -d 'Look at the machine whose files are below DIR' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand doctor" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand doctor" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand doctor" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand doctor" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand doctor" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand doctor" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand doctor" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand doctor" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand doctor" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand doctor" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand doctor" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand doctor" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand doctor" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand doctor" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand boards" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand boards" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand boards" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand boards" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand boards" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand boards" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand boards" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand boards" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand boards" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand boards" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand boards" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand boards" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand boards" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand boards" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and not __fish_seen_subcommand_from version ver read write exec exe hexdump hex dump readl writel fill clear sid spl uboot reset64 wdreset dump-rom chips help" -l soc -d 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and not __fish_seen_subcommand_from version ver read write exec exe hexdump hex dump readl writel fill clear sid spl uboot reset64 wdreset dump-rom chips help" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and not __fish_seen_subcommand_from version ver read write exec exe hexdump hex dump readl writel fill clear sid spl uboot reset64 wdreset dump-rom chips help" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and not __fish_seen_subcommand_from version ver read write exec exe hexdump hex dump readl writel fill clear sid spl uboot reset64 wdreset dump-rom chips help" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and not __fish_seen_subcommand_from version ver read write exec exe hexdump hex dump readl writel fill clear sid spl uboot reset64 wdreset dump-rom chips help" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and not __fish_seen_subcommand_from version ver read write exec exe hexdump hex dump readl writel fill clear sid spl uboot reset64 wdreset dump-rom chips help" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and not __fish_seen_subcommand_from version ver read write exec exe hexdump hex dump readl writel fill clear sid spl uboot reset64 wdreset dump-rom chips help" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and not __fish_seen_subcommand_from version ver read write exec exe hexdump hex dump readl writel fill clear sid spl uboot reset64 wdreset dump-rom chips help" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and not __fish_seen_subcommand_from version ver read write exec exe hexdump hex dump readl writel fill clear sid spl uboot reset64 wdreset dump-rom chips help" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and not __fish_seen_subcommand_from version ver read write exec exe hexdump hex dump readl writel fill clear sid spl uboot reset64 wdreset dump-rom chips help" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and not __fish_seen_subcommand_from version ver read write exec exe hexdump hex dump readl writel fill clear sid spl uboot reset64 wdreset dump-rom chips help" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and not __fish_seen_subcommand_from version ver read write exec exe hexdump hex dump readl writel fill clear sid spl uboot reset64 wdreset dump-rom chips help" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and not __fish_seen_subcommand_from version ver read write exec exe hexdump hex dump readl writel fill clear sid spl uboot reset64 wdreset dump-rom chips help" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and not __fish_seen_subcommand_from version ver read write exec exe hexdump hex dump readl writel fill clear sid spl uboot reset64 wdreset dump-rom chips help" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and not __fish_seen_subcommand_from version ver read write exec exe hexdump hex dump readl writel fill clear sid spl uboot reset64 wdreset dump-rom chips help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and not __fish_seen_subcommand_from version ver read write exec exe hexdump hex dump readl writel fill clear sid spl uboot reset64 wdreset dump-rom chips help" -f -a "version" -d 'Ask the board who it is'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and not __fish_seen_subcommand_from version ver read write exec exe hexdump hex dump readl writel fill clear sid spl uboot reset64 wdreset dump-rom chips help" -f -a "ver" -d 'Ask the board who it is'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and not __fish_seen_subcommand_from version ver read write exec exe hexdump hex dump readl writel fill clear sid spl uboot reset64 wdreset dump-rom chips help" -f -a "read" -d 'Read memory into a file (- is stdout)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and not __fish_seen_subcommand_from version ver read write exec exe hexdump hex dump readl writel fill clear sid spl uboot reset64 wdreset dump-rom chips help" -f -a "write" -d 'Write files to memory (- is stdin)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and not __fish_seen_subcommand_from version ver read write exec exe hexdump hex dump readl writel fill clear sid spl uboot reset64 wdreset dump-rom chips help" -f -a "exec" -d 'Branch to code, and see to it that it comes back'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and not __fish_seen_subcommand_from version ver read write exec exe hexdump hex dump readl writel fill clear sid spl uboot reset64 wdreset dump-rom chips help" -f -a "exe" -d 'Branch to code, and see to it that it comes back'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and not __fish_seen_subcommand_from version ver read write exec exe hexdump hex dump readl writel fill clear sid spl uboot reset64 wdreset dump-rom chips help" -f -a "hexdump" -d 'Show memory in hexadecimal'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and not __fish_seen_subcommand_from version ver read write exec exe hexdump hex dump readl writel fill clear sid spl uboot reset64 wdreset dump-rom chips help" -f -a "hex" -d 'Show memory in hexadecimal'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and not __fish_seen_subcommand_from version ver read write exec exe hexdump hex dump readl writel fill clear sid spl uboot reset64 wdreset dump-rom chips help" -f -a "dump" -d 'Write memory to stdout as it is'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and not __fish_seen_subcommand_from version ver read write exec exe hexdump hex dump readl writel fill clear sid spl uboot reset64 wdreset dump-rom chips help" -f -a "readl" -d 'Read 32-bit registers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and not __fish_seen_subcommand_from version ver read write exec exe hexdump hex dump readl writel fill clear sid spl uboot reset64 wdreset dump-rom chips help" -f -a "writel" -d 'Write 32-bit registers, in order'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and not __fish_seen_subcommand_from version ver read write exec exe hexdump hex dump readl writel fill clear sid spl uboot reset64 wdreset dump-rom chips help" -f -a "fill" -d 'Fill memory with a byte'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and not __fish_seen_subcommand_from version ver read write exec exe hexdump hex dump readl writel fill clear sid spl uboot reset64 wdreset dump-rom chips help" -f -a "clear" -d 'Fill memory with zeroes'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and not __fish_seen_subcommand_from version ver read write exec exe hexdump hex dump readl writel fill clear sid spl uboot reset64 wdreset dump-rom chips help" -f -a "sid" -d 'Show the SoC\'s unique number, or all of its eFuses'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and not __fish_seen_subcommand_from version ver read write exec exe hexdump hex dump readl writel fill clear sid spl uboot reset64 wdreset dump-rom chips help" -f -a "spl" -d 'Run an SPL that comes back; a U-Boot behind it is loaded, not started'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and not __fish_seen_subcommand_from version ver read write exec exe hexdump hex dump readl writel fill clear sid spl uboot reset64 wdreset dump-rom chips help" -f -a "uboot" -d 'Run an SPL, load U-Boot and whatever else, start it'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and not __fish_seen_subcommand_from version ver read write exec exe hexdump hex dump readl writel fill clear sid spl uboot reset64 wdreset dump-rom chips help" -f -a "reset64" -d 'Start 64-bit code (the board leaves FEL)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and not __fish_seen_subcommand_from version ver read write exec exe hexdump hex dump readl writel fill clear sid spl uboot reset64 wdreset dump-rom chips help" -f -a "wdreset" -d 'Reset the board by its watchdog'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and not __fish_seen_subcommand_from version ver read write exec exe hexdump hex dump readl writel fill clear sid spl uboot reset64 wdreset dump-rom chips help" -f -a "dump-rom" -d 'Read the boot ROM into a file'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and not __fish_seen_subcommand_from version ver read write exec exe hexdump hex dump readl writel fill clear sid spl uboot reset64 wdreset dump-rom chips help" -f -a "chips" -d 'List every SoC that is known'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and not __fish_seen_subcommand_from version ver read write exec exe hexdump hex dump readl writel fill clear sid spl uboot reset64 wdreset dump-rom chips help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from version" -l soc -d 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from version" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from version" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from version" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from version" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from version" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from version" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from version" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from version" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from version" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from version" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from version" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from version" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from version" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from version" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from ver" -l soc -d 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from ver" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from ver" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from ver" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from ver" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from ver" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from ver" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from ver" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from ver" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from ver" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from ver" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from ver" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from ver" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from ver" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from ver" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from read" -l soc -d 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from read" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from read" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from read" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from read" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from read" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from read" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from read" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from read" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from read" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from read" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from read" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from read" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from read" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from read" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from write" -l soc -d 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from write" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from write" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from write" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from write" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from write" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from write" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from write" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from write" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from write" -l verify -d 'Read everything back and compare'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from write" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from write" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from write" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from write" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from write" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from write" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from exec" -l limit -d 'The longest that it may take' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from exec" -l soc -d 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from exec" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from exec" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from exec" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from exec" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from exec" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from exec" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from exec" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from exec" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from exec" -l no-return -d 'The code is not to come back'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from exec" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from exec" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from exec" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from exec" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from exec" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from exec" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from exe" -l limit -d 'The longest that it may take' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from exe" -l soc -d 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from exe" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from exe" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from exe" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from exe" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from exe" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from exe" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from exe" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from exe" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from exe" -l no-return -d 'The code is not to come back'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from exe" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from exe" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from exe" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from exe" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from exe" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from exe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from hexdump" -l soc -d 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from hexdump" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from hexdump" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from hexdump" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from hexdump" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from hexdump" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from hexdump" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from hexdump" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from hexdump" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from hexdump" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from hexdump" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from hexdump" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from hexdump" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from hexdump" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from hexdump" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from hex" -l soc -d 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from hex" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from hex" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from hex" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from hex" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from hex" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from hex" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from hex" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from hex" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from hex" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from hex" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from hex" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from hex" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from hex" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from hex" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from dump" -l soc -d 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from dump" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from dump" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from dump" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from dump" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from dump" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from dump" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from dump" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from dump" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from dump" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from dump" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from dump" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from dump" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from dump" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from dump" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from readl" -l count -d 'So many registers in a row from each address on' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from readl" -l soc -d 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from readl" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from readl" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from readl" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from readl" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from readl" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from readl" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from readl" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from readl" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from readl" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from readl" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from readl" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from readl" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from readl" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from readl" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from writel" -l soc -d 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from writel" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from writel" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from writel" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from writel" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from writel" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from writel" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from writel" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from writel" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from writel" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from writel" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from writel" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from writel" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from writel" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from writel" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from fill" -l soc -d 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from fill" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from fill" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from fill" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from fill" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from fill" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from fill" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from fill" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from fill" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from fill" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from fill" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from fill" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from fill" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from fill" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from fill" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from clear" -l soc -d 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from clear" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from clear" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from clear" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from clear" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from clear" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from clear" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from clear" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from clear" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from clear" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from clear" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from clear" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from clear" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from clear" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from clear" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from sid" -l soc -d 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from sid" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from sid" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from sid" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from sid" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from sid" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from sid" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from sid" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from sid" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from sid" -l registers -d 'Read through the SID\'s own registers, not its memory map'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from sid" -l dump -d 'Every section of the eFuses'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from sid" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from sid" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from sid" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from sid" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from sid" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from sid" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from spl" -l soc -d 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from spl" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from spl" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from spl" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from spl" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from spl" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from spl" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from spl" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from spl" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from spl" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from spl" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from spl" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from spl" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from spl" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from spl" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from uboot" -s w -l write -d 'Load a file before the start; a script or environment among them is passed to U-Boot; repeatable' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from uboot" -s s -l script -d 'Have U-Boot run this: a boot.scr, or the plain text of a script' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from uboot" -l script-address -d 'Where the script goes' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from uboot" -l soc -d 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from uboot" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from uboot" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from uboot" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from uboot" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from uboot" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from uboot" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from uboot" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from uboot" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from uboot" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from uboot" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from uboot" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from uboot" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from uboot" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from uboot" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from reset64" -l soc -d 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from reset64" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from reset64" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from reset64" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from reset64" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from reset64" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from reset64" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from reset64" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from reset64" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from reset64" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from reset64" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from reset64" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from reset64" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from reset64" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from reset64" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from wdreset" -l soc -d 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from wdreset" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from wdreset" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from wdreset" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from wdreset" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from wdreset" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from wdreset" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from wdreset" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from wdreset" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from wdreset" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from wdreset" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from wdreset" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from wdreset" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from wdreset" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from wdreset" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from dump-rom" -l length -d 'Bytes, where they are to be other than known' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from dump-rom" -l soc -d 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from dump-rom" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from dump-rom" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from dump-rom" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from dump-rom" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from dump-rom" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from dump-rom" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from dump-rom" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from dump-rom" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from dump-rom" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from dump-rom" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from dump-rom" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from dump-rom" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from dump-rom" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from dump-rom" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from chips" -l soc -d 'Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from chips" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from chips" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from chips" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from chips" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from chips" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from chips" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from chips" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from chips" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from chips" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from chips" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from chips" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from chips" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from chips" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from chips" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from help" -f -a "version" -d 'Ask the board who it is'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from help" -f -a "read" -d 'Read memory into a file (- is stdout)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from help" -f -a "write" -d 'Write files to memory (- is stdin)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from help" -f -a "exec" -d 'Branch to code, and see to it that it comes back'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from help" -f -a "hexdump" -d 'Show memory in hexadecimal'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from help" -f -a "dump" -d 'Write memory to stdout as it is'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from help" -f -a "readl" -d 'Read 32-bit registers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from help" -f -a "writel" -d 'Write 32-bit registers, in order'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from help" -f -a "fill" -d 'Fill memory with a byte'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from help" -f -a "clear" -d 'Fill memory with zeroes'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from help" -f -a "sid" -d 'Show the SoC\'s unique number, or all of its eFuses'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from help" -f -a "spl" -d 'Run an SPL that comes back; a U-Boot behind it is loaded, not started'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from help" -f -a "uboot" -d 'Run an SPL, load U-Boot and whatever else, start it'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from help" -f -a "reset64" -d 'Start 64-bit code (the board leaves FEL)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from help" -f -a "wdreset" -d 'Reset the board by its watchdog'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from help" -f -a "dump-rom" -d 'Read the boot ROM into a file'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from help" -f -a "chips" -d 'List every SoC that is known'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand fel; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "download" -d 'Send a loader to the mask ROM, and wait until it runs'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "db" -d 'Send a loader to the mask ROM, and wait until it runs'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "info" -d 'Ask the board for its SoC, its storage and what its loader can do'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "rci" -d 'Ask the board for its SoC, its storage and what its loader can do'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "rfi" -d 'Ask the board for its SoC, its storage and what its loader can do'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "rid" -d 'Ask the board for its SoC, its storage and what its loader can do'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "rcb" -d 'Ask the board for its SoC, its storage and what its loader can do'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "test-ready" -d 'Ask the board whether it is ready'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "td" -d 'Ask the board whether it is ready'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "read" -d 'Read sectors into a file (- is stdout)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "rl" -d 'Read sectors into a file (- is stdout)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "write" -d 'Write a file to sectors, and verify it'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "wl" -d 'Write a file to sectors, and verify it'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "verify" -d 'Compare sectors with an image'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "erase" -d 'Erase sectors, and look whether that took place'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "write-partition" -d 'Write a file to a partition by its name in the table, and verify it'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "wlx" -d 'Write a file to a partition by its name in the table, and verify it'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "verify-partition" -d 'Compare a partition with an image'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "read-partition" -d 'Read a partition into a file (- is stdout)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "rlx" -d 'Read a partition into a file (- is stdout)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "gpt" -d 'Print the partition table, or write the one that a parameter file describes'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "ppt" -d 'Print the partition table, or write the one that a parameter file describes'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "write-parameter" -d 'Write a parameter block, as old boards have it in place of a GPT, to sector 0x2000'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "prm" -d 'Write a parameter block, as old boards have it in place of a GPT, to sector 0x2000'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "upgrade-loader" -d 'Write the loader file\'s ID block to where the mask ROM looks for it, and verify it'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "ul" -d 'Write the loader file\'s ID block to where the mask ROM looks for it, and verify it'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "storage" -d 'Show the chosen storage, or choose another and make sure of it'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "cs" -d 'Show the chosen storage, or choose another and make sure of it'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "loader" -d 'Loader files, without a board'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "package" -d 'Firmware packages'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "reset" -d 'Restart the board'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "rd" -d 'Restart the board'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from download" -l code471 -d 'Raw code for SRAM, as U-Boot builds it (u-boot-rockchip-usb471.bin)' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from download" -l code472 -d 'Raw code for DRAM (u-boot-rockchip-usb472.bin)' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from download" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from download" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from download" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from download" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from download" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from download" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from download" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from download" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from download" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from download" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from download" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from download" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from download" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from download" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from download" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from download" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from db" -l code471 -d 'Raw code for SRAM, as U-Boot builds it (u-boot-rockchip-usb471.bin)' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from db" -l code472 -d 'Raw code for DRAM (u-boot-rockchip-usb472.bin)' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from db" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from db" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from db" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from db" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from db" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from db" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from db" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from db" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from db" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from db" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from db" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from db" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from db" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from db" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from db" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from db" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from info" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from info" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from info" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from info" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from info" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from info" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from info" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from info" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from info" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from info" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from info" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from info" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from info" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from info" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from info" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from info" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rci" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rci" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rci" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rci" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rci" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rci" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rci" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rci" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rci" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rci" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rci" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rci" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rci" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rci" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rci" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rci" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rfi" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rfi" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rfi" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rfi" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rfi" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rfi" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rfi" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rfi" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rfi" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rfi" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rfi" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rfi" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rfi" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rfi" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rfi" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rfi" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rid" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rid" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rid" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rid" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rid" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rid" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rid" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rid" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rid" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rid" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rid" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rid" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rid" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rid" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rid" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rid" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rcb" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rcb" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rcb" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rcb" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rcb" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rcb" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rcb" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rcb" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rcb" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rcb" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rcb" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rcb" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rcb" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rcb" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rcb" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rcb" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from test-ready" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from test-ready" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from test-ready" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from test-ready" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from test-ready" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from test-ready" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from test-ready" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from test-ready" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from test-ready" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from test-ready" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from test-ready" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from test-ready" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from test-ready" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from test-ready" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from test-ready" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from test-ready" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from td" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from td" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from td" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from td" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from td" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from td" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from td" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from td" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from td" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from td" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from td" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from td" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from td" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from td" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from td" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from td" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from read" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from read" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from read" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from read" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from read" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from read" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from read" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from read" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from read" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from read" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from read" -l force -d 'Read also what this loader only pretends to read'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from read" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from read" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from read" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from read" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from read" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from read" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rl" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rl" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rl" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rl" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rl" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rl" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rl" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rl" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rl" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rl" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rl" -l force -d 'Read also what this loader only pretends to read'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rl" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rl" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rl" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rl" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rl" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rl" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write" -l bmap -d 'The image\'s bmap (otherwise one beside it is found: FILE.bmap)' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write" -l verify -d 'How to verify what was written' -r -f -a "best\t'By the loader\'s parity where it has one, else by reading back'
parity\t'By the loader\'s parity only'
read-back\t'By reading everything back'
none\t'Not at all'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write" -l no-bmap -d 'Ignore a bmap beside the image'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write" -l raw -d 'Take the file\'s bytes as they are, although it is a package, a loader, compressed or sparse'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write" -l resume -d 'Go on with a write that was cut: what the board already holds is compared, the rest is written'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from wl" -l bmap -d 'The image\'s bmap (otherwise one beside it is found: FILE.bmap)' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from wl" -l verify -d 'How to verify what was written' -r -f -a "best\t'By the loader\'s parity where it has one, else by reading back'
parity\t'By the loader\'s parity only'
read-back\t'By reading everything back'
none\t'Not at all'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from wl" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from wl" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from wl" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from wl" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from wl" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from wl" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from wl" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from wl" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from wl" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from wl" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from wl" -l no-bmap -d 'Ignore a bmap beside the image'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from wl" -l raw -d 'Take the file\'s bytes as they are, although it is a package, a loader, compressed or sparse'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from wl" -l resume -d 'Go on with a write that was cut: what the board already holds is compared, the rest is written'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from wl" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from wl" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from wl" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from wl" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from wl" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from wl" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from verify" -l bmap -d 'The image\'s bmap (otherwise one beside it is found: FILE.bmap)' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from verify" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from verify" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from verify" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from verify" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from verify" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from verify" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from verify" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from verify" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from verify" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from verify" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from verify" -l no-bmap -d 'Ignore a bmap beside the image'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from verify" -l raw -d 'Take the file\'s bytes as they are, although it is a package, a loader, compressed or sparse'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from verify" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from verify" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from verify" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from verify" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from erase" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from erase" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from erase" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from erase" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from erase" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from erase" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from erase" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from erase" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from erase" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from erase" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from erase" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from erase" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from erase" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from erase" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from erase" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from erase" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write-partition" -l bmap -d 'The image\'s bmap (otherwise one beside it is found: FILE.bmap)' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write-partition" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write-partition" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write-partition" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write-partition" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write-partition" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write-partition" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write-partition" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write-partition" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write-partition" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write-partition" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write-partition" -l no-bmap -d 'Ignore a bmap beside the image'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write-partition" -l raw -d 'Take the file\'s bytes as they are, although it is a package, a loader, compressed or sparse'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write-partition" -l resume -d 'Go on with a write that was cut'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write-partition" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write-partition" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write-partition" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write-partition" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write-partition" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write-partition" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from wlx" -l bmap -d 'The image\'s bmap (otherwise one beside it is found: FILE.bmap)' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from wlx" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from wlx" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from wlx" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from wlx" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from wlx" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from wlx" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from wlx" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from wlx" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from wlx" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from wlx" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from wlx" -l no-bmap -d 'Ignore a bmap beside the image'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from wlx" -l raw -d 'Take the file\'s bytes as they are, although it is a package, a loader, compressed or sparse'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from wlx" -l resume -d 'Go on with a write that was cut'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from wlx" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from wlx" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from wlx" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from wlx" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from wlx" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from wlx" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from verify-partition" -l bmap -d 'The image\'s bmap (otherwise one beside it is found: FILE.bmap)' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from verify-partition" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from verify-partition" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from verify-partition" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from verify-partition" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from verify-partition" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from verify-partition" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from verify-partition" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from verify-partition" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from verify-partition" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from verify-partition" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from verify-partition" -l no-bmap -d 'Ignore a bmap beside the image'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from verify-partition" -l raw -d 'Take the file\'s bytes as they are, although it is a package, a loader, compressed or sparse'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from verify-partition" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from verify-partition" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from verify-partition" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from verify-partition" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from verify-partition" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from verify-partition" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from read-partition" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from read-partition" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from read-partition" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from read-partition" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from read-partition" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from read-partition" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from read-partition" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from read-partition" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from read-partition" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from read-partition" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from read-partition" -l force -d 'Read also what this loader only pretends to read'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from read-partition" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from read-partition" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from read-partition" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from read-partition" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from read-partition" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from read-partition" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rlx" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rlx" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rlx" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rlx" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rlx" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rlx" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rlx" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rlx" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rlx" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rlx" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rlx" -l force -d 'Read also what this loader only pretends to read'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rlx" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rlx" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rlx" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rlx" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rlx" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rlx" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from gpt" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from gpt" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from gpt" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from gpt" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from gpt" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from gpt" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from gpt" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from gpt" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from gpt" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from gpt" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from gpt" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from gpt" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from gpt" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from gpt" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from gpt" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from gpt" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from gpt" -a "write" -d 'Write the table that a parameter file describes (mtdparts=), both copies of it'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from gpt" -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from ppt" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from ppt" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from ppt" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from ppt" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from ppt" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from ppt" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from ppt" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from ppt" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from ppt" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from ppt" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from ppt" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from ppt" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from ppt" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from ppt" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from ppt" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from ppt" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from ppt" -a "write" -d 'Write the table that a parameter file describes (mtdparts=), both copies of it'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from ppt" -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write-parameter" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write-parameter" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write-parameter" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write-parameter" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write-parameter" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write-parameter" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write-parameter" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write-parameter" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write-parameter" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write-parameter" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write-parameter" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write-parameter" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write-parameter" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write-parameter" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write-parameter" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from write-parameter" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from prm" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from prm" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from prm" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from prm" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from prm" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from prm" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from prm" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from prm" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from prm" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from prm" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from prm" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from prm" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from prm" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from prm" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from prm" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from prm" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from upgrade-loader" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from upgrade-loader" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from upgrade-loader" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from upgrade-loader" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from upgrade-loader" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from upgrade-loader" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from upgrade-loader" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from upgrade-loader" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from upgrade-loader" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from upgrade-loader" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from upgrade-loader" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from upgrade-loader" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from upgrade-loader" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from upgrade-loader" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from upgrade-loader" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from upgrade-loader" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from ul" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from ul" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from ul" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from ul" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from ul" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from ul" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from ul" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from ul" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from ul" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from ul" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from ul" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from ul" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from ul" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from ul" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from ul" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from ul" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from storage" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from storage" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from storage" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from storage" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from storage" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from storage" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from storage" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from storage" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from storage" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from storage" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from storage" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from storage" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from storage" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from storage" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from storage" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from storage" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from cs" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from cs" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from cs" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from cs" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from cs" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from cs" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from cs" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from cs" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from cs" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from cs" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from cs" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from cs" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from cs" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from cs" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from cs" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from cs" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from loader" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from loader" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from loader" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from loader" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from loader" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from loader" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from loader" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from loader" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from loader" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from loader" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from loader" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from loader" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from loader" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from loader" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from loader" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from loader" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from loader" -f -a "info" -d 'What is in a loader file (or in the loader of an RKFW package)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from loader" -f -a "check" -d 'Check all sums of a loader file, its ID block included; or of an idbloader, as U-Boot\'s mkimage makes it'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from loader" -f -a "pack" -d 'Make a loader file as a recipe of rkbin says (RKBOOT/*.ini)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from loader" -f -a "unpack" -d 'Take a loader file apart, into files as the SoC executes them'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from loader" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from package" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from package" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from package" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from package" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from package" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from package" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from package" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from package" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from package" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from package" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from package" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from package" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from package" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from package" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from package" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from package" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from package" -f -a "info" -d 'What is in a package; all of it is read and its sums are checked'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from package" -f -a "unpack" -d 'Take a package apart, after its sums were checked'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from package" -f -a "flash" -d 'Write all of a package to the board, verify it and restart the board'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from package" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from reset" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from reset" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from reset" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from reset" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from reset" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from reset" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from reset" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from reset" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from reset" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from reset" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from reset" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from reset" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from reset" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from reset" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from reset" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from reset" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rd" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rd" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rd" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rd" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rd" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rd" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rd" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rd" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rd" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rd" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rd" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rd" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rd" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rd" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rd" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from rd" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from help" -f -a "download" -d 'Send a loader to the mask ROM, and wait until it runs'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from help" -f -a "info" -d 'Ask the board for its SoC, its storage and what its loader can do'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from help" -f -a "test-ready" -d 'Ask the board whether it is ready'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from help" -f -a "read" -d 'Read sectors into a file (- is stdout)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from help" -f -a "write" -d 'Write a file to sectors, and verify it'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from help" -f -a "verify" -d 'Compare sectors with an image'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from help" -f -a "erase" -d 'Erase sectors, and look whether that took place'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from help" -f -a "write-partition" -d 'Write a file to a partition by its name in the table, and verify it'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from help" -f -a "verify-partition" -d 'Compare a partition with an image'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from help" -f -a "read-partition" -d 'Read a partition into a file (- is stdout)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from help" -f -a "gpt" -d 'Print the partition table, or write the one that a parameter file describes'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from help" -f -a "write-parameter" -d 'Write a parameter block, as old boards have it in place of a GPT, to sector 0x2000'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from help" -f -a "upgrade-loader" -d 'Write the loader file\'s ID block to where the mask ROM looks for it, and verify it'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from help" -f -a "storage" -d 'Show the chosen storage, or choose another and make sure of it'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from help" -f -a "loader" -d 'Loader files, without a board'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from help" -f -a "package" -d 'Firmware packages'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from help" -f -a "reset" -d 'Restart the board'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rockchip; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "download" -d 'Send a loader to the mask ROM, and wait until it runs'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "db" -d 'Send a loader to the mask ROM, and wait until it runs'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "info" -d 'Ask the board for its SoC, its storage and what its loader can do'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "rci" -d 'Ask the board for its SoC, its storage and what its loader can do'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "rfi" -d 'Ask the board for its SoC, its storage and what its loader can do'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "rid" -d 'Ask the board for its SoC, its storage and what its loader can do'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "rcb" -d 'Ask the board for its SoC, its storage and what its loader can do'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "test-ready" -d 'Ask the board whether it is ready'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "td" -d 'Ask the board whether it is ready'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "read" -d 'Read sectors into a file (- is stdout)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "rl" -d 'Read sectors into a file (- is stdout)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "write" -d 'Write a file to sectors, and verify it'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "wl" -d 'Write a file to sectors, and verify it'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "verify" -d 'Compare sectors with an image'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "erase" -d 'Erase sectors, and look whether that took place'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "write-partition" -d 'Write a file to a partition by its name in the table, and verify it'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "wlx" -d 'Write a file to a partition by its name in the table, and verify it'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "verify-partition" -d 'Compare a partition with an image'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "read-partition" -d 'Read a partition into a file (- is stdout)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "rlx" -d 'Read a partition into a file (- is stdout)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "gpt" -d 'Print the partition table, or write the one that a parameter file describes'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "ppt" -d 'Print the partition table, or write the one that a parameter file describes'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "write-parameter" -d 'Write a parameter block, as old boards have it in place of a GPT, to sector 0x2000'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "prm" -d 'Write a parameter block, as old boards have it in place of a GPT, to sector 0x2000'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "upgrade-loader" -d 'Write the loader file\'s ID block to where the mask ROM looks for it, and verify it'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "ul" -d 'Write the loader file\'s ID block to where the mask ROM looks for it, and verify it'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "storage" -d 'Show the chosen storage, or choose another and make sure of it'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "cs" -d 'Show the chosen storage, or choose another and make sure of it'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "loader" -d 'Loader files, without a board'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "package" -d 'Firmware packages'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "reset" -d 'Restart the board'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "rd" -d 'Restart the board'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and not __fish_seen_subcommand_from download db info rci rfi rid rcb test-ready td read rl write wl verify erase write-partition wlx verify-partition read-partition rlx gpt ppt write-parameter prm upgrade-loader ul storage cs loader package reset rd help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from download" -l code471 -d 'Raw code for SRAM, as U-Boot builds it (u-boot-rockchip-usb471.bin)' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from download" -l code472 -d 'Raw code for DRAM (u-boot-rockchip-usb472.bin)' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from download" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from download" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from download" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from download" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from download" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from download" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from download" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from download" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from download" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from download" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from download" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from download" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from download" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from download" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from download" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from download" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from db" -l code471 -d 'Raw code for SRAM, as U-Boot builds it (u-boot-rockchip-usb471.bin)' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from db" -l code472 -d 'Raw code for DRAM (u-boot-rockchip-usb472.bin)' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from db" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from db" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from db" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from db" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from db" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from db" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from db" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from db" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from db" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from db" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from db" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from db" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from db" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from db" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from db" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from db" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from info" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from info" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from info" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from info" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from info" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from info" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from info" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from info" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from info" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from info" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from info" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from info" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from info" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from info" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from info" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from info" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rci" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rci" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rci" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rci" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rci" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rci" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rci" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rci" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rci" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rci" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rci" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rci" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rci" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rci" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rci" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rci" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rfi" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rfi" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rfi" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rfi" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rfi" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rfi" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rfi" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rfi" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rfi" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rfi" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rfi" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rfi" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rfi" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rfi" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rfi" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rfi" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rid" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rid" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rid" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rid" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rid" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rid" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rid" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rid" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rid" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rid" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rid" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rid" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rid" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rid" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rid" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rid" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rcb" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rcb" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rcb" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rcb" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rcb" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rcb" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rcb" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rcb" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rcb" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rcb" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rcb" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rcb" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rcb" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rcb" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rcb" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rcb" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from test-ready" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from test-ready" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from test-ready" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from test-ready" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from test-ready" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from test-ready" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from test-ready" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from test-ready" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from test-ready" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from test-ready" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from test-ready" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from test-ready" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from test-ready" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from test-ready" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from test-ready" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from test-ready" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from td" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from td" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from td" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from td" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from td" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from td" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from td" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from td" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from td" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from td" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from td" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from td" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from td" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from td" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from td" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from td" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from read" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from read" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from read" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from read" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from read" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from read" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from read" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from read" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from read" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from read" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from read" -l force -d 'Read also what this loader only pretends to read'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from read" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from read" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from read" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from read" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from read" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from read" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rl" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rl" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rl" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rl" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rl" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rl" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rl" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rl" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rl" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rl" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rl" -l force -d 'Read also what this loader only pretends to read'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rl" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rl" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rl" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rl" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rl" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rl" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write" -l bmap -d 'The image\'s bmap (otherwise one beside it is found: FILE.bmap)' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write" -l verify -d 'How to verify what was written' -r -f -a "best\t'By the loader\'s parity where it has one, else by reading back'
parity\t'By the loader\'s parity only'
read-back\t'By reading everything back'
none\t'Not at all'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write" -l no-bmap -d 'Ignore a bmap beside the image'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write" -l raw -d 'Take the file\'s bytes as they are, although it is a package, a loader, compressed or sparse'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write" -l resume -d 'Go on with a write that was cut: what the board already holds is compared, the rest is written'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from wl" -l bmap -d 'The image\'s bmap (otherwise one beside it is found: FILE.bmap)' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from wl" -l verify -d 'How to verify what was written' -r -f -a "best\t'By the loader\'s parity where it has one, else by reading back'
parity\t'By the loader\'s parity only'
read-back\t'By reading everything back'
none\t'Not at all'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from wl" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from wl" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from wl" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from wl" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from wl" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from wl" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from wl" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from wl" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from wl" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from wl" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from wl" -l no-bmap -d 'Ignore a bmap beside the image'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from wl" -l raw -d 'Take the file\'s bytes as they are, although it is a package, a loader, compressed or sparse'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from wl" -l resume -d 'Go on with a write that was cut: what the board already holds is compared, the rest is written'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from wl" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from wl" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from wl" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from wl" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from wl" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from wl" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from verify" -l bmap -d 'The image\'s bmap (otherwise one beside it is found: FILE.bmap)' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from verify" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from verify" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from verify" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from verify" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from verify" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from verify" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from verify" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from verify" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from verify" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from verify" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from verify" -l no-bmap -d 'Ignore a bmap beside the image'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from verify" -l raw -d 'Take the file\'s bytes as they are, although it is a package, a loader, compressed or sparse'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from verify" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from verify" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from verify" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from verify" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from erase" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from erase" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from erase" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from erase" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from erase" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from erase" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from erase" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from erase" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from erase" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from erase" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from erase" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from erase" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from erase" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from erase" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from erase" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from erase" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write-partition" -l bmap -d 'The image\'s bmap (otherwise one beside it is found: FILE.bmap)' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write-partition" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write-partition" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write-partition" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write-partition" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write-partition" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write-partition" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write-partition" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write-partition" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write-partition" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write-partition" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write-partition" -l no-bmap -d 'Ignore a bmap beside the image'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write-partition" -l raw -d 'Take the file\'s bytes as they are, although it is a package, a loader, compressed or sparse'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write-partition" -l resume -d 'Go on with a write that was cut'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write-partition" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write-partition" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write-partition" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write-partition" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write-partition" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write-partition" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from wlx" -l bmap -d 'The image\'s bmap (otherwise one beside it is found: FILE.bmap)' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from wlx" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from wlx" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from wlx" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from wlx" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from wlx" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from wlx" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from wlx" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from wlx" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from wlx" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from wlx" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from wlx" -l no-bmap -d 'Ignore a bmap beside the image'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from wlx" -l raw -d 'Take the file\'s bytes as they are, although it is a package, a loader, compressed or sparse'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from wlx" -l resume -d 'Go on with a write that was cut'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from wlx" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from wlx" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from wlx" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from wlx" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from wlx" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from wlx" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from verify-partition" -l bmap -d 'The image\'s bmap (otherwise one beside it is found: FILE.bmap)' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from verify-partition" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from verify-partition" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from verify-partition" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from verify-partition" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from verify-partition" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from verify-partition" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from verify-partition" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from verify-partition" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from verify-partition" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from verify-partition" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from verify-partition" -l no-bmap -d 'Ignore a bmap beside the image'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from verify-partition" -l raw -d 'Take the file\'s bytes as they are, although it is a package, a loader, compressed or sparse'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from verify-partition" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from verify-partition" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from verify-partition" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from verify-partition" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from verify-partition" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from verify-partition" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from read-partition" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from read-partition" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from read-partition" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from read-partition" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from read-partition" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from read-partition" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from read-partition" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from read-partition" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from read-partition" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from read-partition" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from read-partition" -l force -d 'Read also what this loader only pretends to read'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from read-partition" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from read-partition" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from read-partition" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from read-partition" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from read-partition" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from read-partition" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rlx" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rlx" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rlx" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rlx" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rlx" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rlx" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rlx" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rlx" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rlx" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rlx" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rlx" -l force -d 'Read also what this loader only pretends to read'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rlx" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rlx" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rlx" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rlx" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rlx" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rlx" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from gpt" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from gpt" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from gpt" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from gpt" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from gpt" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from gpt" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from gpt" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from gpt" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from gpt" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from gpt" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from gpt" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from gpt" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from gpt" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from gpt" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from gpt" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from gpt" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from gpt" -a "write" -d 'Write the table that a parameter file describes (mtdparts=), both copies of it'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from gpt" -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from ppt" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from ppt" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from ppt" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from ppt" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from ppt" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from ppt" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from ppt" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from ppt" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from ppt" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from ppt" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from ppt" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from ppt" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from ppt" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from ppt" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from ppt" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from ppt" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from ppt" -a "write" -d 'Write the table that a parameter file describes (mtdparts=), both copies of it'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from ppt" -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write-parameter" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write-parameter" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write-parameter" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write-parameter" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write-parameter" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write-parameter" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write-parameter" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write-parameter" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write-parameter" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write-parameter" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write-parameter" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write-parameter" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write-parameter" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write-parameter" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write-parameter" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from write-parameter" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from prm" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from prm" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from prm" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from prm" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from prm" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from prm" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from prm" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from prm" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from prm" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from prm" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from prm" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from prm" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from prm" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from prm" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from prm" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from prm" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from upgrade-loader" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from upgrade-loader" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from upgrade-loader" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from upgrade-loader" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from upgrade-loader" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from upgrade-loader" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from upgrade-loader" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from upgrade-loader" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from upgrade-loader" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from upgrade-loader" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from upgrade-loader" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from upgrade-loader" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from upgrade-loader" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from upgrade-loader" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from upgrade-loader" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from upgrade-loader" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from ul" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from ul" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from ul" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from ul" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from ul" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from ul" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from ul" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from ul" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from ul" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from ul" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from ul" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from ul" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from ul" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from ul" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from ul" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from ul" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from storage" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from storage" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from storage" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from storage" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from storage" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from storage" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from storage" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from storage" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from storage" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from storage" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from storage" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from storage" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from storage" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from storage" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from storage" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from storage" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from cs" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from cs" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from cs" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from cs" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from cs" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from cs" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from cs" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from cs" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from cs" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from cs" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from cs" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from cs" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from cs" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from cs" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from cs" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from cs" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from loader" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from loader" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from loader" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from loader" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from loader" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from loader" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from loader" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from loader" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from loader" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from loader" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from loader" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from loader" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from loader" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from loader" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from loader" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from loader" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from loader" -f -a "info" -d 'What is in a loader file (or in the loader of an RKFW package)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from loader" -f -a "check" -d 'Check all sums of a loader file, its ID block included; or of an idbloader, as U-Boot\'s mkimage makes it'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from loader" -f -a "pack" -d 'Make a loader file as a recipe of rkbin says (RKBOOT/*.ini)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from loader" -f -a "unpack" -d 'Take a loader file apart, into files as the SoC executes them'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from loader" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from package" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from package" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from package" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from package" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from package" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from package" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from package" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from package" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from package" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from package" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from package" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from package" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from package" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from package" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from package" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from package" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from package" -f -a "info" -d 'What is in a package; all of it is read and its sums are checked'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from package" -f -a "unpack" -d 'Take a package apart, after its sums were checked'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from package" -f -a "flash" -d 'Write all of a package to the board, verify it and restart the board'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from package" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from reset" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from reset" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from reset" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from reset" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from reset" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from reset" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from reset" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from reset" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from reset" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from reset" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from reset" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from reset" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from reset" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from reset" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from reset" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from reset" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rd" -l loader -d 'Send this loader (or package) first, where the board is in its mask ROM' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rd" -l on -d 'Choose this storage first, and make sure that it was chosen' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rd" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rd" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rd" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rd" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rd" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rd" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rd" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rd" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rd" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rd" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rd" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rd" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rd" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from rd" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from help" -f -a "download" -d 'Send a loader to the mask ROM, and wait until it runs'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from help" -f -a "info" -d 'Ask the board for its SoC, its storage and what its loader can do'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from help" -f -a "test-ready" -d 'Ask the board whether it is ready'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from help" -f -a "read" -d 'Read sectors into a file (- is stdout)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from help" -f -a "write" -d 'Write a file to sectors, and verify it'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from help" -f -a "verify" -d 'Compare sectors with an image'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from help" -f -a "erase" -d 'Erase sectors, and look whether that took place'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from help" -f -a "write-partition" -d 'Write a file to a partition by its name in the table, and verify it'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from help" -f -a "verify-partition" -d 'Compare a partition with an image'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from help" -f -a "read-partition" -d 'Read a partition into a file (- is stdout)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from help" -f -a "gpt" -d 'Print the partition table, or write the one that a parameter file describes'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from help" -f -a "write-parameter" -d 'Write a parameter block, as old boards have it in place of a GPT, to sector 0x2000'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from help" -f -a "upgrade-loader" -d 'Write the loader file\'s ID block to where the mask ROM looks for it, and verify it'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from help" -f -a "storage" -d 'Show the chosen storage, or choose another and make sure of it'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from help" -f -a "loader" -d 'Loader files, without a board'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from help" -f -a "package" -d 'Firmware packages'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from help" -f -a "reset" -d 'Restart the board'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand rk; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -l soc -d 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -l password -d 'Unlock the mask ROM with the bytes of this file first, where it is locked' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -f -a "identify" -d 'Ask the board who it is: stage, version, SoC, chip id, lock, secure boot'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -f -a "boot" -d 'Bring the vendor\'s U-Boot up in memory, from whatever stage the board is in'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -f -a "read" -d 'Read memory into a file (- is stdout)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -f -a "write" -d 'Write a file to memory (- is stdin)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -f -a "readl" -d 'Read 32-bit registers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -f -a "writel" -d 'Write 32-bit registers, in order'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -f -a "run" -d 'Run what lies at an address (before the S905X4)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -f -a "password" -d 'Unlock a mask ROM until its next reset (before the S905X4)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -f -a "command" -d 'Have the vendor\'s U-Boot carry out one of its commands; one that erases or burns fuses needs --yes'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -f -a "bulkcmd" -d 'Have the vendor\'s U-Boot carry out one of its commands; one that erases or burns fuses needs --yes'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -f -a "oem" -d 'Have the vendor\'s U-Boot carry out one of its commands; one that erases or burns fuses needs --yes'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -f -a "reset" -d 'Have the vendor\'s U-Boot restart the board'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -f -a "disk" -d 'All of the eMMC, in sectors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -f -a "partition" -d 'Partitions, by the names that the vendor\'s U-Boot knows'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -f -a "package" -d 'Burning packages (aml_upgrade_package.img)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from identify" -l soc -d 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from identify" -l password -d 'Unlock the mask ROM with the bytes of this file first, where it is locked' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from identify" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from identify" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from identify" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from identify" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from identify" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from identify" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from identify" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from identify" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from identify" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from identify" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from identify" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from identify" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from identify" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from identify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from boot" -s w -l write -d 'Put a file into memory before U-Boot starts (GX and AXG only); repeatable' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from boot" -l script -d 'Have a mainline U-Boot carry out these commands in place of its own boot (GX and AXG; as --mainline)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from boot" -l soc -d 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from boot" -l password -d 'Unlock the mask ROM with the bytes of this file first, where it is locked' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from boot" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from boot" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from boot" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from boot" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from boot" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from boot" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from boot" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from boot" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from boot" -l mainline -d 'The file holds a mainline U-Boot, which does not come back under this protocol: do not wait for it'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from boot" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from boot" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from boot" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from boot" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from boot" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from boot" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from read" -l soc -d 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from read" -l password -d 'Unlock the mask ROM with the bytes of this file first, where it is locked' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from read" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from read" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from read" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from read" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from read" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from read" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from read" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from read" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from read" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from read" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from read" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from read" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from read" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from read" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from write" -l soc -d 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from write" -l password -d 'Unlock the mask ROM with the bytes of this file first, where it is locked' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from write" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from write" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from write" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from write" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from write" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from write" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from write" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from write" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from write" -l verify -d 'Read it back and compare'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from write" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from write" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from write" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from write" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from write" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from write" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from readl" -l count -d 'So many registers in a row from each address on' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from readl" -l soc -d 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from readl" -l password -d 'Unlock the mask ROM with the bytes of this file first, where it is locked' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from readl" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from readl" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from readl" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from readl" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from readl" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from readl" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from readl" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from readl" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from readl" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from readl" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from readl" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from readl" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from readl" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from readl" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from writel" -l soc -d 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from writel" -l password -d 'Unlock the mask ROM with the bytes of this file first, where it is locked' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from writel" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from writel" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from writel" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from writel" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from writel" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from writel" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from writel" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from writel" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from writel" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from writel" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from writel" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from writel" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from writel" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from writel" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from run" -l soc -d 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from run" -l password -d 'Unlock the mask ROM with the bytes of this file first, where it is locked' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from run" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from run" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from run" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from run" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from run" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from run" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from run" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from run" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from run" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from run" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from run" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from run" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from run" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from run" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from password" -l soc -d 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from password" -l password -d 'Unlock the mask ROM with the bytes of this file first, where it is locked' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from password" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from password" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from password" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from password" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from password" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from password" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from password" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from password" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from password" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from password" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from password" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from password" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from password" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from password" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from command" -l soc -d 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from command" -l password -d 'Unlock the mask ROM with the bytes of this file first, where it is locked' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from command" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from command" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from command" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from command" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from command" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from command" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from command" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from command" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from command" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from command" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from command" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from command" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from command" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from bulkcmd" -l soc -d 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from bulkcmd" -l password -d 'Unlock the mask ROM with the bytes of this file first, where it is locked' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from bulkcmd" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from bulkcmd" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from bulkcmd" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from bulkcmd" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from bulkcmd" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from bulkcmd" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from bulkcmd" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from bulkcmd" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from bulkcmd" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from bulkcmd" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from bulkcmd" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from bulkcmd" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from bulkcmd" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from bulkcmd" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from oem" -l soc -d 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from oem" -l password -d 'Unlock the mask ROM with the bytes of this file first, where it is locked' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from oem" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from oem" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from oem" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from oem" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from oem" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from oem" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from oem" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from oem" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from oem" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from oem" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from oem" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from oem" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from oem" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from oem" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from reset" -l soc -d 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from reset" -l password -d 'Unlock the mask ROM with the bytes of this file first, where it is locked' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from reset" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from reset" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from reset" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from reset" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from reset" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from reset" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from reset" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from reset" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from reset" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from reset" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from reset" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from reset" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from reset" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from reset" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from disk" -l soc -d 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from disk" -l password -d 'Unlock the mask ROM with the bytes of this file first, where it is locked' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from disk" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from disk" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from disk" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from disk" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from disk" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from disk" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from disk" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from disk" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from disk" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from disk" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from disk" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from disk" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from disk" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from disk" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from disk" -f -a "write" -d 'Write an image to sectors, and verify it by reading back'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from disk" -f -a "read" -d 'Read sectors into a file (- is stdout)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from disk" -f -a "verify" -d 'Compare sectors with an image'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from disk" -f -a "erase" -d 'Erase all of the storage (disk_initial)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from disk" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from partition" -l soc -d 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from partition" -l password -d 'Unlock the mask ROM with the bytes of this file first, where it is locked' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from partition" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from partition" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from partition" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from partition" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from partition" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from partition" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from partition" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from partition" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from partition" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from partition" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from partition" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from partition" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from partition" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from partition" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from partition" -f -a "write" -d 'Write an image to a partition; the board compares its SHA-1. An Android sparse image goes as it is, the board expands it'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from partition" -f -a "read" -d 'Read a partition into a file (- is stdout)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from partition" -f -a "erase" -d 'Erase a partition'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from partition" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from package" -l soc -d 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from package" -l password -d 'Unlock the mask ROM with the bytes of this file first, where it is locked' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from package" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from package" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from package" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from package" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from package" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from package" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from package" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from package" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from package" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from package" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from package" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from package" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from package" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from package" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from package" -f -a "info" -d 'What is in a package; all of it is read and its sums are checked'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from package" -f -a "unpack" -d 'Take a package apart, after its sums were checked'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from package" -f -a "flash" -d 'Write all of a package to the board, have the board verify it, and restart the board'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from package" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from help" -f -a "identify" -d 'Ask the board who it is: stage, version, SoC, chip id, lock, secure boot'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from help" -f -a "boot" -d 'Bring the vendor\'s U-Boot up in memory, from whatever stage the board is in'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from help" -f -a "read" -d 'Read memory into a file (- is stdout)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from help" -f -a "write" -d 'Write a file to memory (- is stdin)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from help" -f -a "readl" -d 'Read 32-bit registers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from help" -f -a "writel" -d 'Write 32-bit registers, in order'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from help" -f -a "run" -d 'Run what lies at an address (before the S905X4)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from help" -f -a "password" -d 'Unlock a mask ROM until its next reset (before the S905X4)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from help" -f -a "command" -d 'Have the vendor\'s U-Boot carry out one of its commands; one that erases or burns fuses needs --yes'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from help" -f -a "reset" -d 'Have the vendor\'s U-Boot restart the board'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from help" -f -a "disk" -d 'All of the eMMC, in sectors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from help" -f -a "partition" -d 'Partitions, by the names that the vendor\'s U-Boot knows'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from help" -f -a "package" -d 'Burning packages (aml_upgrade_package.img)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand amlogic; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -l soc -d 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -l password -d 'Unlock the mask ROM with the bytes of this file first, where it is locked' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -f -a "identify" -d 'Ask the board who it is: stage, version, SoC, chip id, lock, secure boot'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -f -a "boot" -d 'Bring the vendor\'s U-Boot up in memory, from whatever stage the board is in'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -f -a "read" -d 'Read memory into a file (- is stdout)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -f -a "write" -d 'Write a file to memory (- is stdin)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -f -a "readl" -d 'Read 32-bit registers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -f -a "writel" -d 'Write 32-bit registers, in order'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -f -a "run" -d 'Run what lies at an address (before the S905X4)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -f -a "password" -d 'Unlock a mask ROM until its next reset (before the S905X4)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -f -a "command" -d 'Have the vendor\'s U-Boot carry out one of its commands; one that erases or burns fuses needs --yes'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -f -a "bulkcmd" -d 'Have the vendor\'s U-Boot carry out one of its commands; one that erases or burns fuses needs --yes'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -f -a "oem" -d 'Have the vendor\'s U-Boot carry out one of its commands; one that erases or burns fuses needs --yes'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -f -a "reset" -d 'Have the vendor\'s U-Boot restart the board'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -f -a "disk" -d 'All of the eMMC, in sectors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -f -a "partition" -d 'Partitions, by the names that the vendor\'s U-Boot knows'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -f -a "package" -d 'Burning packages (aml_upgrade_package.img)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and not __fish_seen_subcommand_from identify boot read write readl writel run password command bulkcmd oem reset disk partition package help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from identify" -l soc -d 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from identify" -l password -d 'Unlock the mask ROM with the bytes of this file first, where it is locked' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from identify" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from identify" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from identify" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from identify" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from identify" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from identify" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from identify" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from identify" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from identify" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from identify" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from identify" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from identify" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from identify" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from identify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from boot" -s w -l write -d 'Put a file into memory before U-Boot starts (GX and AXG only); repeatable' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from boot" -l script -d 'Have a mainline U-Boot carry out these commands in place of its own boot (GX and AXG; as --mainline)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from boot" -l soc -d 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from boot" -l password -d 'Unlock the mask ROM with the bytes of this file first, where it is locked' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from boot" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from boot" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from boot" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from boot" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from boot" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from boot" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from boot" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from boot" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from boot" -l mainline -d 'The file holds a mainline U-Boot, which does not come back under this protocol: do not wait for it'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from boot" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from boot" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from boot" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from boot" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from boot" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from boot" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from read" -l soc -d 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from read" -l password -d 'Unlock the mask ROM with the bytes of this file first, where it is locked' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from read" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from read" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from read" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from read" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from read" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from read" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from read" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from read" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from read" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from read" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from read" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from read" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from read" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from read" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from write" -l soc -d 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from write" -l password -d 'Unlock the mask ROM with the bytes of this file first, where it is locked' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from write" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from write" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from write" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from write" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from write" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from write" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from write" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from write" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from write" -l verify -d 'Read it back and compare'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from write" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from write" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from write" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from write" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from write" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from write" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from readl" -l count -d 'So many registers in a row from each address on' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from readl" -l soc -d 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from readl" -l password -d 'Unlock the mask ROM with the bytes of this file first, where it is locked' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from readl" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from readl" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from readl" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from readl" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from readl" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from readl" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from readl" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from readl" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from readl" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from readl" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from readl" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from readl" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from readl" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from readl" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from writel" -l soc -d 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from writel" -l password -d 'Unlock the mask ROM with the bytes of this file first, where it is locked' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from writel" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from writel" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from writel" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from writel" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from writel" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from writel" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from writel" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from writel" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from writel" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from writel" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from writel" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from writel" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from writel" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from writel" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from run" -l soc -d 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from run" -l password -d 'Unlock the mask ROM with the bytes of this file first, where it is locked' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from run" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from run" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from run" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from run" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from run" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from run" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from run" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from run" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from run" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from run" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from run" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from run" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from run" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from run" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from password" -l soc -d 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from password" -l password -d 'Unlock the mask ROM with the bytes of this file first, where it is locked' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from password" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from password" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from password" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from password" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from password" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from password" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from password" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from password" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from password" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from password" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from password" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from password" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from password" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from password" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from command" -l soc -d 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from command" -l password -d 'Unlock the mask ROM with the bytes of this file first, where it is locked' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from command" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from command" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from command" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from command" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from command" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from command" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from command" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from command" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from command" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from command" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from command" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from command" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from command" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from bulkcmd" -l soc -d 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from bulkcmd" -l password -d 'Unlock the mask ROM with the bytes of this file first, where it is locked' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from bulkcmd" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from bulkcmd" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from bulkcmd" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from bulkcmd" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from bulkcmd" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from bulkcmd" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from bulkcmd" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from bulkcmd" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from bulkcmd" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from bulkcmd" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from bulkcmd" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from bulkcmd" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from bulkcmd" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from bulkcmd" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from oem" -l soc -d 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from oem" -l password -d 'Unlock the mask ROM with the bytes of this file first, where it is locked' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from oem" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from oem" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from oem" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from oem" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from oem" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from oem" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from oem" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from oem" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from oem" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from oem" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from oem" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from oem" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from oem" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from oem" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from reset" -l soc -d 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from reset" -l password -d 'Unlock the mask ROM with the bytes of this file first, where it is locked' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from reset" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from reset" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from reset" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from reset" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from reset" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from reset" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from reset" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from reset" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from reset" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from reset" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from reset" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from reset" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from reset" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from reset" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from disk" -l soc -d 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from disk" -l password -d 'Unlock the mask ROM with the bytes of this file first, where it is locked' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from disk" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from disk" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from disk" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from disk" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from disk" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from disk" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from disk" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from disk" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from disk" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from disk" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from disk" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from disk" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from disk" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from disk" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from disk" -f -a "write" -d 'Write an image to sectors, and verify it by reading back'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from disk" -f -a "read" -d 'Read sectors into a file (- is stdout)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from disk" -f -a "verify" -d 'Compare sectors with an image'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from disk" -f -a "erase" -d 'Erase all of the storage (disk_initial)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from disk" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from partition" -l soc -d 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from partition" -l password -d 'Unlock the mask ROM with the bytes of this file first, where it is locked' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from partition" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from partition" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from partition" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from partition" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from partition" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from partition" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from partition" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from partition" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from partition" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from partition" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from partition" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from partition" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from partition" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from partition" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from partition" -f -a "write" -d 'Write an image to a partition; the board compares its SHA-1. An Android sparse image goes as it is, the board expands it'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from partition" -f -a "read" -d 'Read a partition into a file (- is stdout)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from partition" -f -a "erase" -d 'Erase a partition'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from partition" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from package" -l soc -d 'Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from package" -l password -d 'Unlock the mask ROM with the bytes of this file first, where it is locked' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from package" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from package" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from package" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from package" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from package" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from package" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from package" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from package" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from package" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from package" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from package" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from package" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from package" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from package" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from package" -f -a "info" -d 'What is in a package; all of it is read and its sums are checked'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from package" -f -a "unpack" -d 'Take a package apart, after its sums were checked'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from package" -f -a "flash" -d 'Write all of a package to the board, have the board verify it, and restart the board'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from package" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from help" -f -a "identify" -d 'Ask the board who it is: stage, version, SoC, chip id, lock, secure boot'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from help" -f -a "boot" -d 'Bring the vendor\'s U-Boot up in memory, from whatever stage the board is in'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from help" -f -a "read" -d 'Read memory into a file (- is stdout)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from help" -f -a "write" -d 'Write a file to memory (- is stdin)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from help" -f -a "readl" -d 'Read 32-bit registers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from help" -f -a "writel" -d 'Write 32-bit registers, in order'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from help" -f -a "run" -d 'Run what lies at an address (before the S905X4)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from help" -f -a "password" -d 'Unlock a mask ROM until its next reset (before the S905X4)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from help" -f -a "command" -d 'Have the vendor\'s U-Boot carry out one of its commands; one that erases or burns fuses needs --yes'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from help" -f -a "reset" -d 'Have the vendor\'s U-Boot restart the board'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from help" -f -a "disk" -d 'All of the eMMC, in sectors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from help" -f -a "partition" -d 'Partitions, by the names that the vendor\'s U-Boot knows'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from help" -f -a "package" -d 'Burning packages (aml_upgrade_package.img)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand aml; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and not __fish_seen_subcommand_from boot flash-spi recovery header help" -l baud -d 'The line\'s rate, where it is not the board\'s own (JH7110 115200, JH7100 9600)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and not __fish_seen_subcommand_from boot flash-spi recovery header help" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and not __fish_seen_subcommand_from boot flash-spi recovery header help" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and not __fish_seen_subcommand_from boot flash-spi recovery header help" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and not __fish_seen_subcommand_from boot flash-spi recovery header help" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and not __fish_seen_subcommand_from boot flash-spi recovery header help" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and not __fish_seen_subcommand_from boot flash-spi recovery header help" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and not __fish_seen_subcommand_from boot flash-spi recovery header help" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and not __fish_seen_subcommand_from boot flash-spi recovery header help" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and not __fish_seen_subcommand_from boot flash-spi recovery header help" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and not __fish_seen_subcommand_from boot flash-spi recovery header help" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and not __fish_seen_subcommand_from boot flash-spi recovery header help" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and not __fish_seen_subcommand_from boot flash-spi recovery header help" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and not __fish_seen_subcommand_from boot flash-spi recovery header help" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and not __fish_seen_subcommand_from boot flash-spi recovery header help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and not __fish_seen_subcommand_from boot flash-spi recovery header help" -f -a "boot" -d 'Bring U-Boot up in memory, to its prompt; nothing is written'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and not __fish_seen_subcommand_from boot flash-spi recovery header help" -f -a "flash-spi" -d 'Write SPL and U-Boot to the SPI flash through U-Boot, verified'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and not __fish_seen_subcommand_from boot flash-spi recovery header help" -f -a "recovery" -d 'Write through the vendor\'s recovery program'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and not __fish_seen_subcommand_from boot flash-spi recovery header help" -f -a "header" -d 'What stands before an SPL'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and not __fish_seen_subcommand_from boot flash-spi recovery header help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from boot" -l spl -d 'The SPL with its header (u-boot-spl.bin.normal.out)' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from boot" -l uboot -d 'U-Boot (u-boot.itb, or the vendor\'s visionfive2_fw_payload.img)' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from boot" -l baud -d 'The line\'s rate, where it is not the board\'s own (JH7110 115200, JH7100 9600)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from boot" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from boot" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from boot" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from boot" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from boot" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from boot" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from boot" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from boot" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from boot" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from boot" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from boot" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from boot" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from boot" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from boot" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from flash-spi" -l spl -d 'The SPL with its header (u-boot-spl.bin.normal.out)' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from flash-spi" -l uboot -d 'U-Boot (u-boot.itb, or the vendor\'s visionfive2_fw_payload.img)' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from flash-spi" -l baud -d 'The line\'s rate, where it is not the board\'s own (JH7110 115200, JH7100 9600)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from flash-spi" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from flash-spi" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from flash-spi" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from flash-spi" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from flash-spi" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from flash-spi" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from flash-spi" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from flash-spi" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from flash-spi" -l fast -d 'Load at 1.5 Mbaud once U-Boot is up; where the board loses bytes at that, the line falls back by itself'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from flash-spi" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from flash-spi" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from flash-spi" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from flash-spi" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from flash-spi" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from flash-spi" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from recovery" -l program -d 'The vendor\'s recovery program' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from recovery" -l spl -d 'JH7110: the SPL with its header' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from recovery" -l uboot -d 'JH7110: U-Boot' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from recovery" -l to -d 'JH7110: where to write' -r -f -a "spi\t'The SPI flash'
emmc\t'The eMMC; its partition table is lost'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from recovery" -l second-boot -d 'JH7100: the second boot program' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from recovery" -l ddr-init -d 'JH7100: the DRAM initialisation' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from recovery" -l baud -d 'The line\'s rate, where it is not the board\'s own (JH7110 115200, JH7100 9600)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from recovery" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from recovery" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from recovery" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from recovery" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from recovery" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from recovery" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from recovery" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from recovery" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from recovery" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from recovery" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from recovery" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from recovery" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from recovery" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from recovery" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from header" -l baud -d 'The line\'s rate, where it is not the board\'s own (JH7110 115200, JH7100 9600)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from header" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from header" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from header" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from header" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from header" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from header" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from header" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from header" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from header" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from header" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from header" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from header" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from header" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from header" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from header" -f -a "create" -d 'Put the header before an SPL (u-boot-spl.bin)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from header" -f -a "check" -d 'Say what a file is, and whether its header holds'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from header" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from help" -f -a "boot" -d 'Bring U-Boot up in memory, to its prompt; nothing is written'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from help" -f -a "flash-spi" -d 'Write SPL and U-Boot to the SPI flash through U-Boot, verified'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from help" -f -a "recovery" -d 'Write through the vendor\'s recovery program'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from help" -f -a "header" -d 'What stands before an SPL'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand starfive; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and not __fish_seen_subcommand_from boot flash-spi recovery header help" -l baud -d 'The line\'s rate, where it is not the board\'s own (JH7110 115200, JH7100 9600)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and not __fish_seen_subcommand_from boot flash-spi recovery header help" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and not __fish_seen_subcommand_from boot flash-spi recovery header help" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and not __fish_seen_subcommand_from boot flash-spi recovery header help" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and not __fish_seen_subcommand_from boot flash-spi recovery header help" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and not __fish_seen_subcommand_from boot flash-spi recovery header help" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and not __fish_seen_subcommand_from boot flash-spi recovery header help" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and not __fish_seen_subcommand_from boot flash-spi recovery header help" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and not __fish_seen_subcommand_from boot flash-spi recovery header help" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and not __fish_seen_subcommand_from boot flash-spi recovery header help" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and not __fish_seen_subcommand_from boot flash-spi recovery header help" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and not __fish_seen_subcommand_from boot flash-spi recovery header help" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and not __fish_seen_subcommand_from boot flash-spi recovery header help" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and not __fish_seen_subcommand_from boot flash-spi recovery header help" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and not __fish_seen_subcommand_from boot flash-spi recovery header help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and not __fish_seen_subcommand_from boot flash-spi recovery header help" -f -a "boot" -d 'Bring U-Boot up in memory, to its prompt; nothing is written'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and not __fish_seen_subcommand_from boot flash-spi recovery header help" -f -a "flash-spi" -d 'Write SPL and U-Boot to the SPI flash through U-Boot, verified'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and not __fish_seen_subcommand_from boot flash-spi recovery header help" -f -a "recovery" -d 'Write through the vendor\'s recovery program'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and not __fish_seen_subcommand_from boot flash-spi recovery header help" -f -a "header" -d 'What stands before an SPL'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and not __fish_seen_subcommand_from boot flash-spi recovery header help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from boot" -l spl -d 'The SPL with its header (u-boot-spl.bin.normal.out)' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from boot" -l uboot -d 'U-Boot (u-boot.itb, or the vendor\'s visionfive2_fw_payload.img)' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from boot" -l baud -d 'The line\'s rate, where it is not the board\'s own (JH7110 115200, JH7100 9600)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from boot" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from boot" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from boot" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from boot" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from boot" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from boot" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from boot" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from boot" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from boot" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from boot" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from boot" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from boot" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from boot" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from boot" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from flash-spi" -l spl -d 'The SPL with its header (u-boot-spl.bin.normal.out)' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from flash-spi" -l uboot -d 'U-Boot (u-boot.itb, or the vendor\'s visionfive2_fw_payload.img)' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from flash-spi" -l baud -d 'The line\'s rate, where it is not the board\'s own (JH7110 115200, JH7100 9600)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from flash-spi" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from flash-spi" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from flash-spi" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from flash-spi" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from flash-spi" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from flash-spi" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from flash-spi" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from flash-spi" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from flash-spi" -l fast -d 'Load at 1.5 Mbaud once U-Boot is up; where the board loses bytes at that, the line falls back by itself'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from flash-spi" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from flash-spi" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from flash-spi" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from flash-spi" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from flash-spi" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from flash-spi" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from recovery" -l program -d 'The vendor\'s recovery program' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from recovery" -l spl -d 'JH7110: the SPL with its header' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from recovery" -l uboot -d 'JH7110: U-Boot' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from recovery" -l to -d 'JH7110: where to write' -r -f -a "spi\t'The SPI flash'
emmc\t'The eMMC; its partition table is lost'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from recovery" -l second-boot -d 'JH7100: the second boot program' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from recovery" -l ddr-init -d 'JH7100: the DRAM initialisation' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from recovery" -l baud -d 'The line\'s rate, where it is not the board\'s own (JH7110 115200, JH7100 9600)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from recovery" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from recovery" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from recovery" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from recovery" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from recovery" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from recovery" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from recovery" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from recovery" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from recovery" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from recovery" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from recovery" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from recovery" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from recovery" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from recovery" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from header" -l baud -d 'The line\'s rate, where it is not the board\'s own (JH7110 115200, JH7100 9600)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from header" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from header" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from header" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from header" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from header" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from header" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from header" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from header" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from header" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from header" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from header" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from header" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from header" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from header" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from header" -f -a "create" -d 'Put the header before an SPL (u-boot-spl.bin)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from header" -f -a "check" -d 'Say what a file is, and whether its header holds'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from header" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from help" -f -a "boot" -d 'Bring U-Boot up in memory, to its prompt; nothing is written'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from help" -f -a "flash-spi" -d 'Write SPL and U-Boot to the SPI flash through U-Boot, verified'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from help" -f -a "recovery" -d 'Write through the vendor\'s recovery program'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from help" -f -a "header" -d 'What stands before an SPL'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand sf; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and not __fish_seen_subcommand_from send console uboot help" -l baud -d 'The line\'s rate' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and not __fish_seen_subcommand_from send console uboot help" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and not __fish_seen_subcommand_from send console uboot help" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and not __fish_seen_subcommand_from send console uboot help" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and not __fish_seen_subcommand_from send console uboot help" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and not __fish_seen_subcommand_from send console uboot help" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and not __fish_seen_subcommand_from send console uboot help" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and not __fish_seen_subcommand_from send console uboot help" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and not __fish_seen_subcommand_from send console uboot help" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and not __fish_seen_subcommand_from send console uboot help" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and not __fish_seen_subcommand_from send console uboot help" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and not __fish_seen_subcommand_from send console uboot help" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and not __fish_seen_subcommand_from send console uboot help" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and not __fish_seen_subcommand_from send console uboot help" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and not __fish_seen_subcommand_from send console uboot help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and not __fish_seen_subcommand_from send console uboot help" -f -a "send" -d 'Send files to whatever asks for them'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and not __fish_seen_subcommand_from send console uboot help" -f -a "console" -d 'See what the board says, and wait for a text'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and not __fish_seen_subcommand_from send console uboot help" -f -a "uboot" -d 'Run commands at U-Boot\'s prompt'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and not __fish_seen_subcommand_from send console uboot help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from send" -l protocol -d 'How' -r -f -a "xmodem\t'Blocks of 128 bytes'
xmodem-1k\t'Blocks of 1024 bytes'
ymodem\t'Blocks of 1024 bytes; tells names and lengths, takes several files'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from send" -l receiver -d 'Who receives: what is known of it makes the start safe and the pauses short' -r -f -a "any\t'Anything that keeps to the protocol'
uboot\t'U-Boot: `loadx`, `loady`, its SPL'
jh7110\t'The JH7110\'s mask ROM'
jh7100\t'The JH7100\'s mask ROM, and its recovery program'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from send" -l baud -d 'The line\'s rate' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from send" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from send" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from send" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from send" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from send" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from send" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from send" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from send" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from send" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from send" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from send" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from send" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from send" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from send" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from console" -l expect -d 'End well when the board says this' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from console" -l or-fail -d 'Fail when the board says this' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from console" -l limit -d 'The longest to listen; without it as long as it takes' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from console" -l baud -d 'The line\'s rate' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from console" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from console" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from console" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from console" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from console" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from console" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from console" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from console" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from console" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from console" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from console" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from console" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from console" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from console" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from uboot" -l limit -d 'The longest that one may take' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from uboot" -l baud -d 'The line\'s rate' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from uboot" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from uboot" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from uboot" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from uboot" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from uboot" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from uboot" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from uboot" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from uboot" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from uboot" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from uboot" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from uboot" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from uboot" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from uboot" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from uboot" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from help" -f -a "send" -d 'Send files to whatever asks for them'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from help" -f -a "console" -d 'See what the board says, and wait for a text'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from help" -f -a "uboot" -d 'Run commands at U-Boot\'s prompt'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand serial; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand image; and not __fish_seen_subcommand_from info help" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand image; and not __fish_seen_subcommand_from info help" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand image; and not __fish_seen_subcommand_from info help" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand image; and not __fish_seen_subcommand_from info help" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand image; and not __fish_seen_subcommand_from info help" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand image; and not __fish_seen_subcommand_from info help" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand image; and not __fish_seen_subcommand_from info help" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand image; and not __fish_seen_subcommand_from info help" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand image; and not __fish_seen_subcommand_from info help" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand image; and not __fish_seen_subcommand_from info help" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand image; and not __fish_seen_subcommand_from info help" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand image; and not __fish_seen_subcommand_from info help" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand image; and not __fish_seen_subcommand_from info help" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand image; and not __fish_seen_subcommand_from info help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand image; and not __fish_seen_subcommand_from info help" -f -a "info" -d 'Say what a file is (compressed, sparse, with a bmap; GPT, loader, SPL, FIT, package…) and whether it is sound. All of it is read'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand image; and not __fish_seen_subcommand_from info help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand image; and __fish_seen_subcommand_from info" -l bmap -d 'The image\'s bmap (otherwise one beside it is found: FILE.bmap)' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand image; and __fish_seen_subcommand_from info" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand image; and __fish_seen_subcommand_from info" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand image; and __fish_seen_subcommand_from info" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand image; and __fish_seen_subcommand_from info" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand image; and __fish_seen_subcommand_from info" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand image; and __fish_seen_subcommand_from info" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand image; and __fish_seen_subcommand_from info" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand image; and __fish_seen_subcommand_from info" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand image; and __fish_seen_subcommand_from info" -l no-bmap -d 'Ignore a bmap beside the image'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand image; and __fish_seen_subcommand_from info" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand image; and __fish_seen_subcommand_from info" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand image; and __fish_seen_subcommand_from info" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand image; and __fish_seen_subcommand_from info" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand image; and __fish_seen_subcommand_from info" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand image; and __fish_seen_subcommand_from info" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand image; and __fish_seen_subcommand_from help" -f -a "info" -d 'Say what a file is (compressed, sparse, with a bmap; GPT, loader, SPL, FIT, package…) and whether it is sound. All of it is read'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand image; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand virtual; and not __fish_seen_subcommand_from list serve help" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand virtual; and not __fish_seen_subcommand_from list serve help" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand virtual; and not __fish_seen_subcommand_from list serve help" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand virtual; and not __fish_seen_subcommand_from list serve help" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand virtual; and not __fish_seen_subcommand_from list serve help" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand virtual; and not __fish_seen_subcommand_from list serve help" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand virtual; and not __fish_seen_subcommand_from list serve help" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand virtual; and not __fish_seen_subcommand_from list serve help" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand virtual; and not __fish_seen_subcommand_from list serve help" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand virtual; and not __fish_seen_subcommand_from list serve help" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand virtual; and not __fish_seen_subcommand_from list serve help" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand virtual; and not __fish_seen_subcommand_from list serve help" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand virtual; and not __fish_seen_subcommand_from list serve help" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand virtual; and not __fish_seen_subcommand_from list serve help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand virtual; and not __fish_seen_subcommand_from list serve help" -f -a "list" -d 'The boards there are, and the options they take'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand virtual; and not __fish_seen_subcommand_from list serve help" -f -a "serve" -d 'Put virtual boards on USB/IP and ptys, for any tool of any maker'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand virtual; and not __fish_seen_subcommand_from list serve help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand virtual; and __fish_seen_subcommand_from list" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand virtual; and __fish_seen_subcommand_from list" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand virtual; and __fish_seen_subcommand_from list" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand virtual; and __fish_seen_subcommand_from list" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand virtual; and __fish_seen_subcommand_from list" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand virtual; and __fish_seen_subcommand_from list" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand virtual; and __fish_seen_subcommand_from list" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand virtual; and __fish_seen_subcommand_from list" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand virtual; and __fish_seen_subcommand_from list" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand virtual; and __fish_seen_subcommand_from list" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand virtual; and __fish_seen_subcommand_from list" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand virtual; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand virtual; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand virtual; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand virtual; and __fish_seen_subcommand_from serve" -l listen -d 'Address and port to serve USB/IP clients on' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand virtual; and __fish_seen_subcommand_from serve" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand virtual; and __fish_seen_subcommand_from serve" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand virtual; and __fish_seen_subcommand_from serve" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand virtual; and __fish_seen_subcommand_from serve" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand virtual; and __fish_seen_subcommand_from serve" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand virtual; and __fish_seen_subcommand_from serve" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand virtual; and __fish_seen_subcommand_from serve" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand virtual; and __fish_seen_subcommand_from serve" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand virtual; and __fish_seen_subcommand_from serve" -l vhci -d 'Attach the boards to this machine\'s own virtual controller (vhci-hcd; as root)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand virtual; and __fish_seen_subcommand_from serve" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand virtual; and __fish_seen_subcommand_from serve" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand virtual; and __fish_seen_subcommand_from serve" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand virtual; and __fish_seen_subcommand_from serve" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand virtual; and __fish_seen_subcommand_from serve" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand virtual; and __fish_seen_subcommand_from serve" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand virtual; and __fish_seen_subcommand_from help" -f -a "list" -d 'The boards there are, and the options they take'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand virtual; and __fish_seen_subcommand_from help" -f -a "serve" -d 'Put virtual boards on USB/IP and ptys, for any tool of any maker'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand virtual; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand udev" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand udev" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand udev" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand udev" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand udev" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand udev" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand udev" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand udev" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand udev" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand udev" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand udev" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand udev" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand udev" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand udev" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand completions" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand completions" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand completions" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand completions" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand completions" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand completions" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand completions" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand completions" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand completions" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand completions" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand completions" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand completions" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand completions" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand completions" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand man" -s p -l port -d 'The board\'s place: a USB port path as `list` shows it (1-1.4.2), the board\'s own or its serial adapter\'s; or a serial device (/dev/ttyUSB0)' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand man" -l virtual -d 'Use a virtual board in this process (see `virtual list`): NAME[:KEY=VALUE,…]; repeatable for `list` and `virtual serve`' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand man" -l trace -d 'Write every transfer to FILE: on USB as pcapng, for Wireshark; on a serial line as text with times' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand man" -l record -d 'Write every transfer to FILE as a transcript that --replay reads' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand man" -l replay -d 'Speak to a recorded transcript instead of a board; any difference is an error' -r -F
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand man" -l wait -d 'Wait so long for the board to show up' -r
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand man" -l queue -d 'Whether to queue transfers across the phases of a command, against the board database. No mask ROM is known to bear it: a trace from silicon would show' -r -f -a "on\t'A whole command is handed over at once'
off\t'Each phase begins when the one before has ended'"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand man" -l color -d 'Colours in messages' -r -f -a "auto\t''
always\t''
never\t''"
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand man" -l json -d 'Print one JSON object a line on stdout, and nothing else there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand man" -l dry-run -d 'Print the plan, touch nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand man" -s y -l yes -d 'Ask nothing'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand man" -s v -l verbose -d 'Say more; twice: count transfers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand man" -s q -l quiet -d 'Say nothing but errors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand man" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and not __fish_seen_subcommand_from list doctor boards fel rockchip amlogic starfive serial image virtual udev completions man help" -f -a "list" -d 'Every board in a recovery mode: port, vendor, SoC, mode, whether it can be opened'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and not __fish_seen_subcommand_from list doctor boards fel rockchip amlogic starfive serial image virtual udev completions man help" -f -a "doctor" -d 'What stands in the way between this machine and its boards: permissions, rules, busy boards, hubs'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and not __fish_seen_subcommand_from list doctor boards fel rockchip amlogic starfive serial image virtual udev completions man help" -f -a "boards" -d 'The board database; for one board how it gets into recovery'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and not __fish_seen_subcommand_from list doctor boards fel rockchip amlogic starfive serial image virtual udev completions man help" -f -a "fel" -d 'Allwinner\'s mask ROM'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and not __fish_seen_subcommand_from list doctor boards fel rockchip amlogic starfive serial image virtual udev completions man help" -f -a "rockchip" -d 'Rockchip\'s mask ROM, and the loaders that follow it'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and not __fish_seen_subcommand_from list doctor boards fel rockchip amlogic starfive serial image virtual udev completions man help" -f -a "amlogic" -d 'Amlogic\'s mask ROMs, and BL2 and U-Boot that follow them'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and not __fish_seen_subcommand_from list doctor boards fel rockchip amlogic starfive serial image virtual udev completions man help" -f -a "starfive" -d 'StarFive\'s JH7110 and JH7100, over their serial line'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and not __fish_seen_subcommand_from list doctor boards fel rockchip amlogic starfive serial image virtual udev completions man help" -f -a "serial" -d 'Any board\'s serial line'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and not __fish_seen_subcommand_from list doctor boards fel rockchip amlogic starfive serial image virtual udev completions man help" -f -a "image" -d 'Image files: what they are, and whether they are sound'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and not __fish_seen_subcommand_from list doctor boards fel rockchip amlogic starfive serial image virtual udev completions man help" -f -a "virtual" -d 'Boards that are not there'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and not __fish_seen_subcommand_from list doctor boards fel rockchip amlogic starfive serial image virtual udev completions man help" -f -a "udev" -d 'Print the udev rules that let users open boards'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and not __fish_seen_subcommand_from list doctor boards fel rockchip amlogic starfive serial image virtual udev completions man help" -f -a "completions" -d 'Print a completion script'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and not __fish_seen_subcommand_from list doctor boards fel rockchip amlogic starfive serial image virtual udev completions man help" -f -a "man" -d 'Print the manual page (of a subcommand where one is named)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and not __fish_seen_subcommand_from list doctor boards fel rockchip amlogic starfive serial image virtual udev completions man help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from fel" -f -a "version" -d 'Ask the board who it is'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from fel" -f -a "read" -d 'Read memory into a file (- is stdout)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from fel" -f -a "write" -d 'Write files to memory (- is stdin)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from fel" -f -a "exec" -d 'Branch to code, and see to it that it comes back'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from fel" -f -a "hexdump" -d 'Show memory in hexadecimal'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from fel" -f -a "dump" -d 'Write memory to stdout as it is'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from fel" -f -a "readl" -d 'Read 32-bit registers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from fel" -f -a "writel" -d 'Write 32-bit registers, in order'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from fel" -f -a "fill" -d 'Fill memory with a byte'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from fel" -f -a "clear" -d 'Fill memory with zeroes'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from fel" -f -a "sid" -d 'Show the SoC\'s unique number, or all of its eFuses'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from fel" -f -a "spl" -d 'Run an SPL that comes back; a U-Boot behind it is loaded, not started'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from fel" -f -a "uboot" -d 'Run an SPL, load U-Boot and whatever else, start it'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from fel" -f -a "reset64" -d 'Start 64-bit code (the board leaves FEL)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from fel" -f -a "wdreset" -d 'Reset the board by its watchdog'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from fel" -f -a "dump-rom" -d 'Read the boot ROM into a file'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from fel" -f -a "chips" -d 'List every SoC that is known'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from rockchip" -f -a "download" -d 'Send a loader to the mask ROM, and wait until it runs'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from rockchip" -f -a "info" -d 'Ask the board for its SoC, its storage and what its loader can do'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from rockchip" -f -a "test-ready" -d 'Ask the board whether it is ready'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from rockchip" -f -a "read" -d 'Read sectors into a file (- is stdout)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from rockchip" -f -a "write" -d 'Write a file to sectors, and verify it'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from rockchip" -f -a "verify" -d 'Compare sectors with an image'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from rockchip" -f -a "erase" -d 'Erase sectors, and look whether that took place'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from rockchip" -f -a "write-partition" -d 'Write a file to a partition by its name in the table, and verify it'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from rockchip" -f -a "verify-partition" -d 'Compare a partition with an image'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from rockchip" -f -a "read-partition" -d 'Read a partition into a file (- is stdout)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from rockchip" -f -a "gpt" -d 'Print the partition table, or write the one that a parameter file describes'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from rockchip" -f -a "write-parameter" -d 'Write a parameter block, as old boards have it in place of a GPT, to sector 0x2000'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from rockchip" -f -a "upgrade-loader" -d 'Write the loader file\'s ID block to where the mask ROM looks for it, and verify it'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from rockchip" -f -a "storage" -d 'Show the chosen storage, or choose another and make sure of it'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from rockchip" -f -a "loader" -d 'Loader files, without a board'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from rockchip" -f -a "package" -d 'Firmware packages'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from rockchip" -f -a "reset" -d 'Restart the board'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from amlogic" -f -a "identify" -d 'Ask the board who it is: stage, version, SoC, chip id, lock, secure boot'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from amlogic" -f -a "boot" -d 'Bring the vendor\'s U-Boot up in memory, from whatever stage the board is in'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from amlogic" -f -a "read" -d 'Read memory into a file (- is stdout)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from amlogic" -f -a "write" -d 'Write a file to memory (- is stdin)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from amlogic" -f -a "readl" -d 'Read 32-bit registers'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from amlogic" -f -a "writel" -d 'Write 32-bit registers, in order'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from amlogic" -f -a "run" -d 'Run what lies at an address (before the S905X4)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from amlogic" -f -a "password" -d 'Unlock a mask ROM until its next reset (before the S905X4)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from amlogic" -f -a "command" -d 'Have the vendor\'s U-Boot carry out one of its commands; one that erases or burns fuses needs --yes'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from amlogic" -f -a "reset" -d 'Have the vendor\'s U-Boot restart the board'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from amlogic" -f -a "disk" -d 'All of the eMMC, in sectors'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from amlogic" -f -a "partition" -d 'Partitions, by the names that the vendor\'s U-Boot knows'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from amlogic" -f -a "package" -d 'Burning packages (aml_upgrade_package.img)'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from starfive" -f -a "boot" -d 'Bring U-Boot up in memory, to its prompt; nothing is written'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from starfive" -f -a "flash-spi" -d 'Write SPL and U-Boot to the SPI flash through U-Boot, verified'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from starfive" -f -a "recovery" -d 'Write through the vendor\'s recovery program'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from starfive" -f -a "header" -d 'What stands before an SPL'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from serial" -f -a "send" -d 'Send files to whatever asks for them'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from serial" -f -a "console" -d 'See what the board says, and wait for a text'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from serial" -f -a "uboot" -d 'Run commands at U-Boot\'s prompt'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from image" -f -a "info" -d 'Say what a file is (compressed, sparse, with a bmap; GPT, loader, SPL, FIT, package…) and whether it is sound. All of it is read'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from virtual" -f -a "list" -d 'The boards there are, and the options they take'
complete -c racklet-flash -n "__fish_racklet_flash_using_subcommand help; and __fish_seen_subcommand_from virtual" -f -a "serve" -d 'Put virtual boards on USB/IP and ptys, for any tool of any maker'

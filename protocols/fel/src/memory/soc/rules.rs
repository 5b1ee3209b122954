//! In what the model is strict. For each rule there is a test that a set-up without it fails.

/// A rule: its name, and what happens to code that does not keep it.
pub type Rule = (&'static str, &'static str);

/// Every rule that is modelled.
pub const RULES: [Rule; 24] = [
    ("gate", "without the bus clock, registers read 0 and writes vanish"),
    ("reset", "in reset, registers read 0 and writes vanish"),
    ("module-clock", "without the module clock, a command never ends"),
    ("pins", "without CLK, CMD and DAT0 on the controller's function, nothing answers"),
    ("data-pins", "without the other data lines, data of that width are damaged"),
    ("pull-ups", "CMD and data lines that are not pulled up are as if not connected"),
    ("drive", "above 400 kHz, lines that are driven too weakly damage data"),
    ("controller-reset", "after a reset the FIFO and RINT hold what is not defined"),
    ("reset-wait", "a command while GCTRL's reset bits are set is lost"),
    (
        "card-reset",
        "newer controllers hold the card in reset until HWRST was 0 for 10 us and 1 for 300 us",
    ),
    ("clock-update", "CLKCR and the module clock count once an update command has ended"),
    ("clock-off", "a rate that changes while the clock runs damages what the card hears"),
    ("init-clocks", "without 80 clocks before CMD0, a card answers nothing"),
    ("slow-start", "above 400 kHz, a card that is not ready answers nothing"),
    ("too-fast", "above the card's limit, data are damaged"),
    ("sampling", "above 400 kHz without phases or a delay, data are damaged"),
    ("rint", "RINT keeps its bits until ones are written to them, an update's too"),
    ("fifo-access", "without bit 31 of GCTRL, the FIFO reads 0 and takes nothing"),
    ("fifo-full", "a word for a full FIFO is lost, and an error"),
    ("fifo-empty", "a word of an empty FIFO is 0, and an error"),
    ("threshold", "on H616 and the like, no data come without THLDC"),
    ("width", "a controller and a card of different widths do not understand each other's data"),
    (
        "auto-stop",
        "a transfer of several blocks that is not stopped goes on: the card hears no other command",
    ),
    ("busy", "a card that is writing takes no data command"),
];

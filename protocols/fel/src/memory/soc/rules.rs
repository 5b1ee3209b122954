//! In what the model is strict. For each rule there is a test that a set-up without it fails.

/// A rule: its name, and what happens to code that does not keep it.
pub type Rule = (&'static str, &'static str);

/// Every rule that is modelled.
pub const RULES: [Rule; 43] = [
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
    ("threshold", "on H616, D1 and the like, no data come without THLDC"),
    ("width", "a controller and a card of different widths do not understand each other's data"),
    (
        "auto-stop",
        "a transfer of several blocks that is not stopped goes on: the card hears no other command",
    ),
    ("busy", "a card that is writing takes no data command"),
    ("spi-gate", "SPI0 without the bus clock: registers read 0 and writes vanish"),
    ("spi-reset", "SPI0 in reset likewise"),
    ("spi-module-clock", "without the module clock, a burst never ends"),
    ("spi-pins", "without all four pins on the controller's function, the line reads ones"),
    ("spi-master", "a burst goes out once SPI0 is enabled as a master"),
    ("spi-reset-wait", "a burst while a soft reset lasts never ends"),
    ("spi-rate", "above 50 MHz, bytes are damaged"),
    (
        "spi-samples",
        "on the D1 and later, bytes are damaged without the mode of sampling (TCR bit 13)",
    ),
    ("spi-single", "only bytes that BCC counts, too, are sent"),
    ("spi-overrun", "what a full FIFO of 64 bytes gets is lost"),
    ("nor-write-enable", "a NOR flash takes each write and erasure after its own 06h"),
    ("nor-busy", "a busy NOR flash hears nothing but 05h"),
    ("nand-write-enable", "a NAND flash takes each write and erasure after its own 06h"),
    ("nand-unlock", "blocks of a NAND flash are locked until register A0h says otherwise"),
    ("nand-busy", "a busy NAND flash hears nothing but questions for registers, and FFh"),
    ("nand-erase", "a page of a NAND flash only loses bits until its block is erased"),
    (
        "nand-once",
        "a page that was programmed twice since its block was erased cannot be corrected",
    ),
    ("nand-ecc", "data that were programmed without ECC cannot be corrected with it"),
    ("nand-order", "pages of a block are programmed in their order"),
];

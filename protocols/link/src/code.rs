//! The stable words of errors.

use core::fmt;

/// What went wrong, by the word that scripts see in errors: finer than the class, never translated, and the same in every
/// family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Code(&'static str);

macro_rules! vocabulary {
    ($($name:ident = $word:literal, $meaning:literal;)+) => {
        impl Code {
            $(#[doc = $meaning] pub const $name: Self = Self($word);)+
            /// All of them, each with what it means.
            pub const ALL: &[(Self, &'static str)] = &[$((Self::$name, $meaning)),+];
        }
    };
}

vocabulary! {
    AGENT_FUSES = "agent.fuses", "The recovery program shows a menu that can write fuses; nothing was chosen.";
    AMLOGIC_ANSWER = "amlogic.answer", "An Amlogic board gave an answer that its protocol does not have.";
    BL2_ANSWER = "bl2.answer", "BL2 asked for something that its protocol does not have.";
    BL2_FAILED = "bl2.failed", "BL2 reported a failure.";
    BL2_REFUSED = "bl2.refused", "The boot ROM did not start BL2.";
    BOARD_AMBIGUOUS = "board.ambiguous", "More than one board of the database has that in its name.";
    BOARD_BUSY = "board.busy", "The board stayed busy with something else.";
    BOARD_CHANGED = "board.changed", "The board, or its storage, is another one than before.";
    BOARD_DRAM = "board.dram", "The board's memory does not work.";
    BOARD_FAMILY = "board.family", "The board is of another family than the command is for.";
    BOARD_LOCKED = "board.locked", "The board wants its password first.";
    BOARD_LOST = "board.lost", "The board did not come back after it left the bus.";
    BOARD_MISSING = "board.missing", "Something that the board should have told is missing.";
    BOARD_MODE = "board.mode", "The board is in a mode that cannot do this.";
    BOARD_NONE = "board.none", "No board was found in time.";
    BOARD_OTHER = "board.other", "The board has another SoC than the one that was expected.";
    BOARD_ROM = "board.rom", "The board's boot ROM is still asking for a program.";
    BOARD_SAID = "board.said", "The board printed an error.";
    BOARD_SEVERAL = "board.several", "More than one board fits.";
    BOARD_SWAPPED = "board.swapped", "Another board came to the port.";
    BOARD_UNKNOWN = "board.unknown", "The board or its SoC is not in the database.";
    BOARD_UNRESTARTED = "board.unrestarted", "All was done, but the board did not restart.";
    BOOT_FAILED = "boot.failed", "The boot loader reported a failure.";
    CANCELLED = "cancelled", "A transfer was cut off: power the board off and on.";
    CODE_LEFT = "code.left", "Code on the board left without returning.";
    CODE_NO_RETURN = "code.no-return", "Code on the board did not return in time.";
    CODE_SILENT = "code.silent", "What was started on the board says nothing.";
    CPU_STATE = "cpu.state", "The processor is in a state that cannot do this.";
    DIFFERS = "differs", "Storage or memory does not hold what it should.";
    DOWNLOAD_BROKEN = "download.broken", "A download to the boot ROM broke off.";
    DOWNLOAD_DISCARDED = "download.discarded", "The boot ROM threw a download away.";
    DRAM_NONE = "dram.none", "The board's memory was not set up in time.";
    DRAM_OFF = "dram.off", "The board's memory is not set up yet.";
    ERASE_UNDONE = "erase.undone", "Erased storage is not empty.";
    FAILED = "failed", "Something else failed.";
    FASTBOOT_ANSWER = "fastboot.answer", "The device gave an answer that fastboot does not have.";
    FASTBOOT_LIMIT = "fastboot.limit", "The device takes too few bytes at a time.";
    FASTBOOT_REFUSED = "fastboot.refused", "The device refused a fastboot command.";
    FEL_ANSWER = "fel.answer", "The board gave an answer that FEL does not have.";
    FILE = "file", "A file could not be read or written.";
    IMAGE_LARGE = "image.large", "The image does not fit on the storage.";
    IMAGE_SOC = "image.soc", "The image is for another SoC.";
    IMAGE_UNFIT = "image.unfit", "The image cannot be started on this board.";
    INPUT = "input", "A file is not what it should be.";
    INPUT_BOARD = "input.board", "A board's description is not valid.";
    INPUT_CHANGED = "input.changed", "A file changed after it was checked.";
    INPUT_IMAGE = "input.image", "An image or loader is damaged, or of another kind.";
    INPUT_PASSWORD = "input.password", "A password file has the wrong length.";
    INPUT_SHORT = "input.short", "A file is too short.";
    INPUT_STORAGE = "input.storage", "A simulated board's storage file cannot be used.";
    INTERNAL = "internal", "A fault in this program.";
    INTERRUPTED = "interrupted", "Interrupted by the user.";
    ISP_ANSWER = "isp.answer", "The mask ROM gave an answer that its protocol does not have.";
    ISP_REFUSED = "isp.refused", "The mask ROM refused a command.";
    LOADER_DEAD = "loader.dead", "The loader no longer answers.";
    MANIFEST = "manifest", "The manifest of a rack says something that cannot be.";
    NET_ADDRESS = "net.address", "An address for the board, or this computer's own in its network, is missing.";
    NET_BOARD = "net.board", "U-Boot says that the board's network does not work.";
    NET_LISTEN = "net.listen", "The network address cannot be listened on.";
    NET_PERMISSION = "net.permission", "There is no permission to listen on the network port.";
    NET_REFUSED = "net.refused", "The board ended a transfer over the network.";
    NET_TRANSFER = "net.transfer", "A transfer over the network failed.";
    NET_UNASKED = "net.unasked", "The board did not ask for its file over the network.";
    OVERLAP = "overlap", "Two things would be put at the same place.";
    PASSWORD_UNWANTED = "password.unwanted", "The board takes no password.";
    PASSWORD_WRONG = "password.wrong", "The board refused the password.";
    PROMPT_ECHO = "prompt.echo", "U-Boot did not repeat what was typed.";
    QEMU_FAILED = "qemu.failed", "QEMU failed.";
    QEMU_MISSING = "qemu.missing", "QEMU is not installed.";
    RACK_AFTER = "rack.after", "A node that comes before this one is not as it should be.";
    RACK_CONSOLE = "rack.console", "A node's console did not say what it should after the restart.";
    RACK_HOOK = "rack.hook", "A program of the rack's own failed.";
    RACK_LIMIT = "rack.limit", "A node was not done within its time.";
    RACK_UNWRITTEN = "rack.unwritten", "A file of a rack's run could not be written.";
    READS_FAKED = "reads.faked", "The loader makes up what it reads there.";
    REFUSED = "refused", "Refused for safety.";
    REPLAY_DIVERGED = "replay.diverged", "The session differs from the recorded one.";
    ROCKUSB_ANSWER = "rockusb.answer", "The board gave an answer that rockusb does not have.";
    ROM_AGAIN = "rom.again", "The boot ROM asks for the program again.";
    ROM_CRC = "rom.crc", "The boot ROM found a wrong checksum.";
    SERIAL_BAUD = "serial.baud", "The adapter does not have that rate.";
    SERIAL_BLOCKED = "serial.blocked", "The adapter does not let anything be sent.";
    SERIAL_BUSY = "serial.busy", "Another program has the serial port open.";
    SERIAL_GARBAGE = "serial.garbage", "Only garbage came from the line.";
    SERIAL_GONE = "serial.gone", "The adapter was unplugged.";
    SERIAL_LINE = "serial.line", "The serial line failed.";
    SERIAL_NONE = "serial.none", "There is no such serial port.";
    SERIAL_OPEN = "serial.open", "The serial port cannot be opened.";
    SERIAL_PERMISSION = "serial.permission", "There is no permission to open the serial port.";
    SERIAL_SEVERAL = "serial.several", "More than one serial port fits.";
    SERIAL_SILENCE = "serial.silence", "Nothing came from the line.";
    SERVE = "serve", "Simulated boards could not be served.";
    SERVE_CONTROLLER = "serve.controller", "There is no virtual USB controller.";
    SERVE_LISTEN = "serve.listen", "The address cannot be listened on.";
    SERVE_PERMISSION = "serve.permission", "There is no permission to attach simulated boards.";
    SERVE_PORT = "serve.port", "The port of the virtual USB controller cannot be used.";
    SPL_DAMAGED = "spl.damaged", "The SPL was damaged on its way to the board.";
    SPL_MEDIUM = "spl.medium", "The SPL looks for U-Boot on another medium.";
    SPL_NO_RETURN = "spl.no-return", "The SPL did not return.";
    STORAGE_BUSY = "storage.busy", "Another process uses the storage file.";
    STORAGE_CLOSED = "storage.closed", "The board does not let its storage be read.";
    STORAGE_FAILED = "storage.failed", "The board's storage failed.";
    STORAGE_NONE = "storage.none", "The board has no such storage.";
    STORAGE_PROTECTED = "storage.protected", "The storage is protected against writes.";
    STORAGE_UNSERVED = "storage.unserved", "The loader does not serve that storage.";
    STORAGE_UNSWITCHED = "storage.unswitched", "The loader did not change to that storage.";
    UBOOT_ANSWER = "uboot.answer", "U-Boot gave an answer that was not expected.";
    UBOOT_FAILED = "uboot.failed", "U-Boot reported a failure.";
    UNCONFIRMED = "unconfirmed", "Something would be lost, and nobody agreed to that.";
    UNSUPPORTED = "unsupported", "The board or its loader cannot do this.";
    UNVERIFIED = "unverified", "Not all that was asked for could be verified.";
    USAGE = "usage", "The command line is wrong.";
    USAGE_ALIGNED = "usage.aligned", "A start or a length is not a multiple of what it must be.";
    USAGE_RANGE = "usage.range", "A range goes past the end.";
    USAGE_TEXT = "usage.text", "A text is too long, or has characters that the board does not take.";
    USB_BUS = "usb.bus", "The bus failed.";
    USB_BUSY = "usb.busy", "Another program uses the board.";
    USB_DAMAGED = "usb.damaged", "Data were damaged on the bus.";
    USB_GONE = "usb.gone", "The board left the bus.";
    USB_MEMORY = "usb.memory", "There is not enough memory for USB transfers.";
    USB_OPEN = "usb.open", "The board cannot be opened.";
    USB_OVERLONG = "usb.overlong", "The board sent more than it was asked for.";
    USB_PERMISSION = "usb.permission", "There is no permission to open the board.";
    USB_SHORT = "usb.short", "The board sent less than it should.";
    USB_STALL = "usb.stall", "The board refused a transfer.";
    USB_TIMEOUT = "usb.timeout", "The board did not answer in time.";
    USB_UNLISTED = "usb.unlisted", "USB devices cannot be listed.";
    XMODEM_CANCELLED = "xmodem.cancelled", "The other side cancelled the transfer.";
    XMODEM_END = "xmodem.end", "The end of the transfer was not confirmed.";
    XMODEM_LEFT = "xmodem.left", "The other side left the transfer.";
    XMODEM_LINE = "xmodem.line", "Blocks of the transfer did not come through.";
    XMODEM_MIDWAY = "xmodem.midway", "The other side is in another program's transfer.";
    XMODEM_NO_START = "xmodem.no-start", "The other side did not begin a transfer in time.";
}

impl Code {
    /// The word.
    pub fn word(self) -> &'static str {
        self.0
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_in_order_and_stand_for_one_thing() {
        for pair in Code::ALL.windows(2) {
            assert!(pair[0].0.word() < pair[1].0.word(), "{}", pair[1].0);
        }
        for (code, meaning) in Code::ALL {
            let fits =
                |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '.' || c == '-';
            assert!(code.word().chars().all(fits) && meaning.ends_with('.'), "{code}");
        }
    }
}

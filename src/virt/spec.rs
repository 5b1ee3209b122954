//! `--virtual NAME[:KEY=VALUE,…]`: which board, and what is special about it.

use std::{path::PathBuf, str::FromStr, time::Duration};

use fel::rom::Fail;

use super::{
    Amlogic, Fault, Model, Rockchip, SerialSpec, amlogic,
    cards::Cards,
    fastboot::{self, Fastboot},
    handover::Handover,
    options::{ON_OFF, choose, split},
    rockchip,
    storage::Kept,
    uboot::Periphery,
    wire::Wire,
};
use crate::{
    boards::{self, Board, Chip, Protocol},
    number,
    transport::PortPath,
};

/// The options, as `virtual list` explains them.
pub fn options() -> String {
    [OPTIONS, rockchip::OPTIONS, amlogic::OPTIONS, fastboot::OPTIONS].join("\n")
}

/// Those of any family, and those of Allwinner's.
const OPTIONS: &str = "\
Options, after a colon and separated by commas (a comma in a value is written as two):
  link=none|full-speed|high-speed   pace transfers like a real cable (full-speed: Allwinner's boards only)
  hub=NAME               share a hub's high-speed link with the boards that name it, too: packets take turns
  port=1-4               the USB port it is plugged into
  fault=KIND@N           the N-th transfer fails: stall, timeout, short, garbage or disconnect
  returns=SECONDS        virtual serve: after it has disconnected for good, this long until it is back on the same port, powered
                         on afresh
of Allwinner's boards:
  engine=memory|qemu     what executes code: memory and a processor for plain A32, which takes SPLs as run, or a
                         whole emulated machine (qemu-system-arm) that runs anything
  storage=FILE           engine=qemu: the SD card (a power of two in size)
  storage3=FILE          engine=qemu on an R40: a card at the third port, where boards have their eMMC
  serial=FILE            engine=qemu: what the board prints on its serial port
  console=LINK           engine=qemu: instead, LINK becomes a symbolic link to a pty that is the serial port
  nic=BACKEND            engine=qemu: what its Ethernet is plugged into, as QEMU's -nic has it, with doubled commas
  until=TEXT             engine=qemu: after the command, let the board run until TEXT is on its serial port
  run=SECONDS            engine=qemu: the longest for that (default 60 with until, 0 without)
  mode=fel|fes           the mask ROM, or the vendor's boot loader under the same USB ids
  dram=on                DRAM is up already, as after an SPL
  spl=hang               the SPL does not return
  secure=on              the secure-boot fuse is burned
  die=2                  the H616's other die
  returns-as=fel|fes     what it returns as (default fel)
  fail=awus@N|status@N|silent   the boot ROM itself answers wrongly
  sd=FILE                what the SoC's ports for cards and eMMC reach, and the disk of the U-Boot that is started, as of boards on a
                         serial line (emmc, sd, usb), with size=, net= and uboot= as there; engine=qemu runs a real U-Boot instead
  card=WHAT              card and eMMC are read-only, or lies (acknowledge writes and store nothing), or bad@SECTOR, or after N blocks
                         stuck@N or pulled@N; rint@N:BITS: the controller reports these errors of its N-th command
  spi-nor=FILE           an SPI NOR flash on SPI0, whose size is the file's (16 MiB where there is none)
  flash=protected        that flash's block protection bits are set; of NAND flash, blocks stay locked
  spi-nand=FILE          an SPI NAND flash instead, its pages without their spare bytes (128 MiB where there is no file)
  nand=WHAT              what is wrong with it (again for more): bad@, erase-fails@ or program-fails@BLOCK, corrected@ or damaged@PAGE;
                         its id is in no table: unlisted, or mute where it has no parameter page";

/// Which engine executes code.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EngineKind {
    /// Plain memory.
    #[default]
    Memory,
    /// QEMU.
    Qemu,
}

/// A virtual board as the user asked for it.
#[derive(Clone, Debug)]
pub struct Spec {
    /// The board.
    pub board: &'static Board,
    /// What executes code.
    pub engine: EngineKind,
    /// The file of its SD card, or of its own storage.
    pub storage: Option<PathBuf>,
    /// The file of a card at the third port, with QEMU as processor.
    pub third: Option<PathBuf>,
    /// Bytes of its own storage.
    pub size: Option<u64>,
    /// Where the serial port's output goes.
    pub serial: Option<PathBuf>,
    /// The symbolic link to the pty that is its serial port.
    pub console: Option<PathBuf>,
    /// What its Ethernet is plugged into.
    pub nic: Option<String>,
    /// What to wait for on the serial port after the command.
    pub until: Option<String>,
    /// The longest to let the board run after the command.
    pub run: Option<Duration>,
    /// The model of the cable.
    pub link: Model,
    /// The name of the hub that it shares with other boards.
    pub hub: Option<String>,
    /// The port it is plugged into.
    pub port: Option<PortPath>,
    /// FES instead of FEL.
    pub fes: bool,
    /// DRAM is up.
    pub dram: bool,
    /// The SPL hangs.
    pub spl_hangs: bool,
    /// The secure fuse is burned.
    pub secure: bool,
    /// The other die.
    pub other_die: bool,
    /// A transfer that fails.
    pub fault: Option<(Fault, u64)>,
    /// A wrong answer.
    pub fail: Option<Fail>,
    /// What is special about its storage.
    pub(super) cards: Cards,
    /// It returns to a bus that it has left.
    pub returns: Option<Duration>,
    /// It returns as FES.
    pub returns_as_fes: bool,
    /// What hangs on the U-Boot of a board of Allwinner's.
    pub(super) uboot: Periphery,
    /// What that U-Boot finds in memory.
    pub(super) handover: Handover,
    /// What is special about a board of Rockchip's.
    pub rock: Rockchip,
    /// What is special about a board of Amlogic's.
    pub amlogic: Amlogic,
    /// What is special about a board whose mask ROM speaks fastboot.
    pub(super) fastboot: Fastboot,
}

impl FromStr for Spec {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (name, options) = text.split_once(':').unwrap_or((text, ""));
        let board = boards::find(name).map_err(|error| error.to_string())?;
        if board.is_serial() {
            return Err(format!("{} is on a serial line", board.name));
        }
        super::require_virtual(board)?;
        let mut spec = Self::plain(board);
        for option in split(options) {
            let (key, value) =
                option.split_once('=').ok_or_else(|| format!("`{option}` is not KEY=VALUE"))?;
            spec.set(key, value)?;
        }
        spec.check()?;
        Ok(spec)
    }
}

impl Spec {
    /// The serial line of the U-Boot that is started on it; `None`: it has none in this process.
    pub(crate) fn console(&self) -> Option<SerialSpec> {
        let fits = self.engine == EngineKind::Memory
            && self.board.family().protocol == Some(Protocol::Fel);
        fits.then(|| SerialSpec::of_uboot(self.board, self.uboot.clone(), self.handover.clone()))
    }

    /// The wire to it.
    pub(super) fn wire(&self) -> Wire {
        Wire::new(self.link, self.hub.as_deref())
    }

    /// How its first medium is kept.
    pub(super) fn kept(&self) -> Kept<'_> {
        Kept { path: self.storage.as_deref(), size: self.size }
    }

    fn plain(board: &'static Board) -> Self {
        Self {
            board,
            engine: EngineKind::Memory,
            storage: None,
            third: None,
            size: None,
            serial: None,
            console: None,
            nic: None,
            until: None,
            run: None,
            link: Model::None,
            hub: None,
            port: None,
            fes: false,
            dram: false,
            spl_hangs: false,
            secure: false,
            other_die: false,
            fault: None,
            fail: None,
            cards: Cards::default(),
            returns: None,
            returns_as_fes: false,
            uboot: Periphery::default(),
            handover: Handover::default(),
            rock: Rockchip::default(),
            amlogic: Amlogic::default(),
            fastboot: Fastboot::default(),
        }
    }

    fn set(&mut self, key: &str, value: &str) -> Result<(), String> {
        let (board, family) = (self.board, self.board.family());
        let taken = self.set_any(key, value)?
            || match family.protocol {
                Some(Protocol::Fel) => self.set_fel(key, value)?,
                Some(Protocol::Rockusb) => {
                    self.set_size(key, value)? || self.rock.set(board, key, value)?
                }
                Some(Protocol::Optimus | Protocol::Adnl) => {
                    self.set_size(key, value)? || self.amlogic.set(board, key, value)?
                }
                Some(Protocol::Fastboot) => {
                    self.set_size(key, value)? || self.fastboot.set(board, key, value)?
                }
                Some(
                    Protocol::Starfive
                    | Protocol::Bouffalo
                    | Protocol::Cct
                    | Protocol::Uboot
                    | Protocol::Ums,
                )
                | None => false,
            };
        if taken {
            return Ok(());
        }
        let named = |line: &str| line.trim_start().starts_with(&format!("{key}="));
        Err(match options().lines().any(named) {
            true => format!("`{key}=` is no option of this board of {}'s", family.vendor),
            false => format!("virtual boards have no option `{key}`"),
        })
    }

    /// An option of any board.
    fn set_any(&mut self, key: &str, value: &str) -> Result<bool, String> {
        match key {
            "storage" => self.storage = Some(value.into()),
            "link" => {
                let models = [
                    ("none", Model::None),
                    ("full-speed", Model::FullSpeed),
                    ("high-speed", Model::HighSpeed),
                ];
                self.link = choose(key, value, &models)?;
            }
            "hub" => (self.hub, self.link) = (Some(value.into()), Model::HighSpeed),
            "port" => self.port = Some(value.parse()?),
            "returns" => self.returns = Some(number::parse_seconds(value)?),
            "fault" => self.fault = Some(fault(value)?),
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// An option of boards with storage of their own.
    fn set_size(&mut self, key: &str, value: &str) -> Result<bool, String> {
        if key == "size" {
            self.size = Some(number::parse(value)?);
        }
        Ok(key == "size")
    }

    fn set_fel(&mut self, key: &str, value: &str) -> Result<bool, String> {
        match key {
            "engine" => {
                let engines = [("memory", EngineKind::Memory), ("qemu", EngineKind::Qemu)];
                self.engine = choose(key, value, &engines)?;
            }
            "storage3" => self.third = Some(value.into()),
            "serial" => self.serial = Some(value.into()),
            "console" => self.console = Some(value.into()),
            "nic" => self.nic = Some(value.into()),
            "until" => self.until = Some(value.into()),
            "run" => self.run = Some(number::parse_seconds(value)?),
            "mode" => self.fes = choose(key, value, &[("fel", false), ("fes", true)])?,
            "returns-as" => {
                self.returns_as_fes = choose(key, value, &[("fel", false), ("fes", true)])?
            }
            "dram" => self.dram = choose(key, value, &ON_OFF)?,
            "spl" => self.spl_hangs = choose(key, value, &[("returns", false), ("hang", true)])?,
            "secure" => self.secure = choose(key, value, &ON_OFF)?,
            "die" => self.other_die = choose(key, value, &[("1", false), ("2", true)])?,
            "fail" => self.fail = Some(fail(value)?),
            _ => {
                return Ok(self.cards.set(key, value)? || self.uboot.set(self.board, key, value)?);
            }
        }
        Ok(true)
    }

    fn check(&self) -> Result<(), String> {
        match self.board.chip() {
            Chip::Allwinner(chip) => self.check_fel(chip),
            Chip::Rockchip(_) | Chip::Fastboot(_) => self.check_storage(),
            Chip::Amlogic(_) => self.check_storage().and_then(|()| self.amlogic.check(self.board)),
            Chip::Starfive(_) | Chip::Bl808 | Chip::Th1520 | Chip::Unspoken | Chip::Any => {
                unreachable!(
                    "the parser refuses boards on a serial line and those that are not simulated"
                )
            }
        }
    }

    fn check_storage(&self) -> Result<(), String> {
        if self.link == Model::FullSpeed {
            let vendor = &self.board.family().vendor;
            return Err(format!("`link=full-speed`: no board of {vendor}'s is modelled that slow"));
        }
        match self.size {
            Some(0) => Err("`size=0`: an eMMC of no bytes".into()),
            Some(size) if !size.is_multiple_of(512) => {
                Err(format!("`size={size}` is not whole sectors of 512 bytes"))
            }
            Some(size) if size / 512 > u32::MAX.into() => {
                Err(format!("`size={size}`: sectors are counted in 32 bits"))
            }
            _ => Ok(()),
        }
    }

    fn check_fel(&self, chip: &fel::chips::Chip) -> Result<(), String> {
        if self.returns_as_fes && self.returns.is_none() {
            return Err("`returns-as=` needs `returns=SECONDS`".into());
        }
        if self.secure && chip.smc_probe.is_none() {
            return Err(format!(
                "`secure=on`: what the fuse does to the {}'s boot ROM is not modelled",
                chip.name
            ));
        }
        if self.other_die && chip.rvbar.is_none_or(|rvbar| rvbar.other_die.is_none()) {
            return Err(format!("`die=2`: no second die of the {} is known", chip.name));
        }
        if self.engine == EngineKind::Qemu && self.cards.is_named() {
            return Err("engine=qemu has no `card=`, no flash on SPI0 and no flaws of them".into());
        }
        if self.engine == EngineKind::Qemu && self.uboot.is_named() {
            return Err("engine=qemu has a real U-Boot: its disk is storage=FILE".into());
        }
        if self.engine == EngineKind::Qemu {
            let name = &self.board.name;
            if self.console.is_some() && (self.serial.is_some() || self.until.is_some()) {
                return Err("`console=` leaves nothing for `serial=` and `until=` to read".into());
            }
            return match self.board.qemu {
                Some(_) => Ok(()),
                None => {
                    Err(format!("QEMU has no machine for {name}: it has the memory engine only"))
                }
            };
        }
        let needs_qemu = [
            ("storage", self.storage.is_some()),
            ("storage3", self.third.is_some()),
            ("serial", self.serial.is_some()),
            ("console", self.console.is_some()),
            ("nic", self.nic.is_some()),
            ("until", self.until.is_some()),
            ("run", self.run.is_some()),
        ];
        match needs_qemu.iter().find(|(_, given)| *given) {
            Some((key, _)) => Err(format!(
                "`{key}=` needs engine=qemu: nothing that the memory engine runs would use it"
            )),
            None => Ok(()),
        }
    }
}

fn fault(text: &str) -> Result<(Fault, u64), String> {
    let kinds = [
        ("stall", Fault::Stall),
        ("timeout", Fault::Timeout),
        ("short", Fault::Short),
        ("garbage", Fault::Garbage),
        ("disconnect", Fault::Disconnect),
    ];
    let (kind, index) =
        text.split_once('@').ok_or_else(|| format!("`fault={text}` is not KIND@N"))?;
    match number::parse(index)? {
        0 => Err("transfers are counted from 1".into()),
        index => Ok((choose("fault", kind, &kinds)?, index)),
    }
}

fn fail(text: &str) -> Result<Fail, String> {
    match text.split_once('@') {
        Some(("awus", index)) => Ok(Fail::Awus(number::parse_u32(index)?)),
        Some(("status", index)) => Ok(Fail::Status(number::parse_u32(index)?)),
        None if text == "silent" => Ok(Fail::Silent),
        _ => Err(format!("`fail={text}` is not awus@N, status@N or silent")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_board_with_options() {
        let spec: Spec = "xunlong/orangepi-pc:engine=qemu,storage=/tmp/sd,until=a,,b,fault=stall@3"
            .parse()
            .expect("valid");
        assert_eq!(spec.board.name, "xunlong/orangepi-pc");
        assert_eq!((spec.engine, spec.until.as_deref()), (EngineKind::Qemu, Some("a,b")));
        assert_eq!(spec.fault, Some((Fault::Stall, 3)));
    }

    #[test]
    fn each_virtual_board_has_one_parser_and_the_others_have_none() {
        for board in boards::all() {
            let usb = board.name.parse::<Spec>().is_ok();
            let serial = board.name.parse::<SerialSpec>().is_ok();
            let virtual_ = board.is_virtual();
            let expected = (virtual_ && !board.is_serial(), virtual_ && board.is_serial());
            assert_eq!((usb, serial), expected, "{}", board.name);
        }
    }

    #[test]
    fn what_cannot_be_is_refused_in_words() {
        for (text, says) in [
            ("nobody/nothing", "no board `nobody/nothing`"),
            ("starfive/visionfive-2", "on a serial line"),
            ("xunlong/orangepi-pc:engine=unicorn", "memory or qemu"),
            ("xunlong/orangepi-pc:storage=x", "needs engine=qemu"),
            ("mangopi/mq-quad:engine=qemu", "memory engine only"),
            ("xunlong/orangepi-pc:fault=stall@0", "counted from 1"),
            ("xunlong/orangepi-pc:colour=red", "no option `colour`"),
            ("xunlong/orangepi-pc:engine", "not KEY=VALUE"),
            ("xunlong/orangepi-pc:nvme=disk", "this virtual board has sd"),
            ("xunlong/orangepi-pc:sd=x,engine=qemu", "engine=qemu has a real U-Boot"),
            ("xunlong/orangepi-pc:card=lies,engine=qemu", "no flash on SPI0"),
            ("xunlong/orangepi-pc:nand=bad", "number"),
            ("xunlong/orangepi-pc:nand=lost@1", "corrected@ or damaged@PAGE"),
            ("xunlong/orangepi-pc:card=rint@3", "rint@COMMAND:BITS"),
            ("xunlong/orangepi-pc:card=lost@3", "bad, stuck, pulled and rint"),
            ("xunlong/orangepi-pc:emmc-boot0=x", "this virtual board has sd"),
            ("xunlong/orangepi-pc:mode=maskrom", "fel or fes"),
            ("radxa/rock-5b:engine=qemu", "no option of this board of Rockchip's"),
            ("radxa/rock-5b:mode=fel", "maskrom or usbplug or loader"),
            ("radxa/rock-5b:profile=h96-max-m9", "nanopi-r6s or turing-rk1 or rock-5b"),
            ("radxa/rock-5b:size=513", "whole sectors"),
            ("radxa/rock-5b:link=full-speed", "that slow"),
            ("khadas/vim1:mode=bl2e", "rom or bl2 or uboot"),
            ("khadas/vim1:profile=khadas-vim3", "it can be khadas-vim1"),
            ("khadas/vim1:bl2-error=3", "GXL tells no codes"),
            ("khadas/vim3:bl2=returns", "G12B stays"),
            ("khadas/vim1:damaged=3", "no option of this board of Amlogic's"),
            ("generic/s905x4-box:uboot=mainline", "no option of this board of Amlogic's"),
            ("generic/s905x4-box:bl2-error=256", "not a byte"),
        ] {
            let error = text.parse::<Spec>().expect_err(text);
            assert!(error.contains(says), "{text}: {error}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_the_parser_panic(text in ".{0,60}") {
            let _ = text.parse::<Spec>();
            let _ = format!("xunlong/orangepi-pc:{text}").parse::<Spec>();
            let _ = format!("radxa/rock-5b:{text}").parse::<Spec>();
            let _ = format!("khadas/vim1:{text}").parse::<Spec>();
            let _ = format!("generic/s905x4-box:{text}").parse::<Spec>();
        }
    }
}

//! `--virtual NAME[:KEY=VALUE,…]`: which board, and what is special about it.

use std::{path::PathBuf, str::FromStr, time::Duration};

use fel::rom::Fail;
use rockusb::host::State;

use super::{Fault, Model, Rockchip, rockchip};
use crate::{
    boards::{self, Board, Chip, Protocol},
    number,
    transport::PortPath,
};

/// The options, as `virtual list` explains them.
pub const OPTIONS: &str = "\
Options, after a colon and separated by commas (a comma in a value is written as two):
  link=none|full-speed|high-speed   pace transfers like a real cable (Rockchip: not full-speed)
  queue=on|off           queue transfers across the phases of an exchange
  port=1-4               the USB port it is plugged into
  fault=KIND@N           the N-th transfer fails: stall, timeout, short, garbage or disconnect
  returns=SECONDS        virtual serve: so long after it has left the bus for good it is back on the same port, powered
                         on afresh
of Allwinner's boards:
  engine=memory|qemu     what executes code: memory and a processor for plain A32, which takes SPLs as run, or a
                         whole emulated machine (qemu-system-arm) that runs anything
  storage=FILE           engine=qemu: the SD card (a power of two in size)
  serial=FILE            engine=qemu: what the board prints on its serial port
  until=TEXT             engine=qemu: after the command, let the board run until TEXT is on its serial port
  run=SECONDS            engine=qemu: the longest for that (default 60 with until, 0 without)
  mode=fel|fes           the mask ROM, or the vendor's boot loader under the same USB ids
  dram=on                DRAM is up already, as after an SPL
  spl=hang               the SPL does not come back
  secure=on              the secure-boot fuse is burned
  die=2                  the H616's other die
  returns-as=fel|fes     what it comes back as (default fel)
  fail=awus@N|status@N|silent   the boot ROM itself answers wrongly
of Rockchip's boards:
  mode=maskrom|usbplug|loader   the program that it runs (default maskrom)
  storage=FILE           its eMMC, which is made as a sparse file where there is none
  size=BYTES             bytes of the eMMC, in place of the profile's
  profile=NAME           the measured board that it behaves like
  usbplug=dead           what is downloaded comes up and answers nothing (lost: it does not come up)
  busy=N                 so many TEST UNIT READY say busy
  erase=fails            erasing is acknowledged and does nothing
  parity=wrong           parities are compared with something else than they should be";

/// Options that only one family's boards have. `storage` and `mode` mean other things to each.
const FAMILY_KEYS: [(&str, Protocol); 14] = [
    ("engine", Protocol::Fel),
    ("serial", Protocol::Fel),
    ("until", Protocol::Fel),
    ("run", Protocol::Fel),
    ("dram", Protocol::Fel),
    ("spl", Protocol::Fel),
    ("secure", Protocol::Fel),
    ("die", Protocol::Fel),
    ("returns-as", Protocol::Fel),
    ("fail", Protocol::Fel),
    ("size", Protocol::Rockusb),
    ("profile", Protocol::Rockusb),
    ("usbplug", Protocol::Rockusb),
    ("busy", Protocol::Rockusb),
];

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
    /// The SD card.
    pub storage: Option<PathBuf>,
    /// Where the serial port's output goes.
    pub serial: Option<PathBuf>,
    /// What to wait for on the serial port after the command.
    pub until: Option<String>,
    /// The longest to let the board run after the command.
    pub run: Option<Duration>,
    /// The model of the cable.
    pub link: Model,
    /// Queue across phases, against the database.
    pub queue: Option<bool>,
    /// The port it is plugged into.
    pub port: Option<PortPath>,
    /// FES in place of FEL.
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
    /// It comes back to a bus that it has left.
    pub returns: Option<Duration>,
    /// It comes back as FES.
    pub returns_as_fes: bool,
    /// What is special about a board of Rockchip's.
    pub rock: Rockchip,
}

impl FromStr for Spec {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (name, options) = text.split_once(':').unwrap_or((text, ""));
        let board = boards::by_name(name).filter(|board| !board.is_serial());
        let board = board.ok_or_else(|| {
            format!("there is no virtual board `{name}`; `racklet-flash virtual list` shows them")
        })?;
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
    fn plain(board: &'static Board) -> Self {
        Self {
            board,
            engine: EngineKind::Memory,
            storage: None,
            serial: None,
            until: None,
            run: None,
            link: Model::None,
            queue: None,
            port: None,
            fes: false,
            dram: false,
            spl_hangs: false,
            secure: false,
            other_die: false,
            fault: None,
            fail: None,
            returns: None,
            returns_as_fes: false,
            rock: Rockchip::default(),
        }
    }

    fn set(&mut self, key: &str, value: &str) -> Result<(), String> {
        let family = self.board.family();
        let of = FAMILY_KEYS.iter().find(|(known, _)| *known == key).map(|(_, of)| *of);
        if of.is_some_and(|of| of != family.protocol) {
            return Err(format!("`{key}=` is no option of {}'s boards", family.vendor));
        }
        match (family.protocol, key) {
            (Protocol::Rockusb, "mode") => {
                let states = [
                    ("maskrom", State::Maskrom),
                    ("usbplug", State::Usbplug),
                    ("loader", State::Loader),
                ];
                self.rock.state = Some(choose(key, value, &states)?);
                return Ok(());
            }
            (Protocol::Rockusb, "erase" | "parity") => return self.set_lie(key, value),
            _ => {}
        }
        match key {
            "engine" => {
                self.engine = choose(
                    key,
                    value,
                    &[("memory", EngineKind::Memory), ("qemu", EngineKind::Qemu)],
                )?
            }
            "storage" => self.storage = Some(value.into()),
            "serial" => self.serial = Some(value.into()),
            "until" => self.until = Some(value.into()),
            "run" => self.run = Some(number::parse_seconds(value)?),
            "link" => {
                let models = [
                    ("none", Model::None),
                    ("full-speed", Model::FullSpeed),
                    ("high-speed", Model::HighSpeed),
                ];
                self.link = choose(key, value, &models)?;
            }
            "queue" => self.queue = Some(choose(key, value, &ON_OFF)?),
            "port" => self.port = Some(value.parse()?),
            "mode" => self.fes = choose(key, value, &[("fel", false), ("fes", true)])?,
            "returns" => self.returns = Some(number::parse_seconds(value)?),
            "returns-as" => {
                self.returns_as_fes = choose(key, value, &[("fel", false), ("fes", true)])?
            }
            "dram" => self.dram = choose(key, value, &ON_OFF)?,
            "spl" => self.spl_hangs = choose(key, value, &[("returns", false), ("hang", true)])?,
            "secure" => self.secure = choose(key, value, &ON_OFF)?,
            "die" => self.other_die = choose(key, value, &[("1", false), ("2", true)])?,
            "size" => self.rock.size = Some(number::parse(value)?),
            "profile" => self.rock.profile = Some(rockchip::choose(self.board, value)?),
            "usbplug" => {
                let choices =
                    [("alive", (false, false)), ("dead", (true, false)), ("lost", (false, true))];
                let traits = &mut self.rock.traits;
                (traits.dead_usbplug, traits.lost_usbplug) = choose(key, value, &choices)?;
            }
            "busy" => self.rock.traits.busy = number::parse_u32(value)?,
            "fault" => self.fault = Some(fault(value)?),
            "fail" => self.fail = Some(fail(value)?),
            _ => return Err(format!("virtual boards have no option `{key}`")),
        }
        Ok(())
    }

    fn set_lie(&mut self, key: &str, value: &str) -> Result<(), String> {
        let traits = &mut self.rock.traits;
        match key {
            "erase" => {
                traits.erase_fails = choose(key, value, &[("works", false), ("fails", true)])?
            }
            _ => traits.parity_wrong = choose(key, value, &[("right", false), ("wrong", true)])?,
        }
        Ok(())
    }

    fn check(&self) -> Result<(), String> {
        match self.board.chip() {
            Chip::Allwinner(chip) => self.check_fel(chip),
            Chip::Rockchip(_) => self.check_rockchip(),
            Chip::Starfive(_) => Err(format!("{} is on a serial line", self.board.name)),
        }
    }

    fn check_rockchip(&self) -> Result<(), String> {
        if self.link == Model::FullSpeed {
            return Err("`link=full-speed`: no board of Rockchip's is modelled that slow".into());
        }
        match self.rock.size {
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
        if self.engine == EngineKind::Qemu {
            let name = &self.board.name;
            return match self.board.qemu {
                Some(_) => Ok(()),
                None => {
                    Err(format!("QEMU has no machine for {name}: it has the memory engine only"))
                }
            };
        }
        let needs_qemu = [
            ("storage", self.storage.is_some()),
            ("serial", self.serial.is_some()),
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

const ON_OFF: [(&str, bool); 2] = [("on", true), ("off", false)];

pub(super) fn choose<T: Copy>(key: &str, value: &str, choices: &[(&str, T)]) -> Result<T, String> {
    if let Some((_, choice)) = choices.iter().find(|(name, _)| *name == value) {
        return Ok(*choice);
    }
    let names: Vec<_> = choices.iter().map(|(name, _)| *name).collect();
    Err(format!("`{key}={value}`: it can be {}", names.join(" or ")))
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

/// Splits at commas; two commas stand for one in a value.
pub(super) fn split(options: &str) -> Vec<String> {
    let mark = "\u{0}";
    let parts = options.replace(",,", mark);
    parts.split(',').filter(|part| !part.is_empty()).map(|part| part.replace(mark, ",")).collect()
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
    fn what_cannot_be_is_refused_in_words() {
        for (text, says) in [
            ("nobody/nothing", "no virtual board"),
            ("xunlong/orangepi-pc:engine=unicorn", "memory or qemu"),
            ("xunlong/orangepi-pc:storage=x", "needs engine=qemu"),
            ("mangopi/mq-quad:engine=qemu", "memory engine only"),
            ("xunlong/orangepi-pc:fault=stall@0", "counted from 1"),
            ("xunlong/orangepi-pc:colour=red", "no option `colour`"),
            ("xunlong/orangepi-pc:engine", "not KEY=VALUE"),
            ("xunlong/orangepi-pc:size=512", "no option of Allwinner's boards"),
            ("xunlong/orangepi-pc:mode=maskrom", "fel or fes"),
            ("radxa/rock-5b:engine=qemu", "no option of Rockchip's boards"),
            ("radxa/rock-5b:mode=fel", "maskrom or usbplug or loader"),
            ("radxa/rock-5b:profile=h96-max-m9", "nanopi-r6s or turing-rk1 or rock-5b"),
            ("radxa/rock-5b:size=513", "whole sectors"),
            ("radxa/rock-5b:link=full-speed", "that slow"),
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
        }
    }
}

//! A virtual board as it is asked for: engine, ROM, cable.

use std::{fmt, time::Duration};

use fel::{
    engine::Engine,
    memory::{Memory, Traits},
    rom::{Behaviour, Rom},
    wire::Mode,
};
use link::device::Device;

use super::{
    EngineKind, Handle, Model, QemuError, Spec, VirtualHost, Wanted,
    adapter::Adapter,
    amlogic, cards, fastboot,
    handover::HandingOver,
    qemu::{Ended, Qemu, Setup},
    rockchip,
};
use crate::{
    boards::Chip,
    transport::{Claimed, Endpoints, Host, PortPath, Stop},
};

/// How long a board that is to print something may take.
const UNTIL: Duration = Duration::from_secs(60);

/// A virtual board that is plugged in.
pub struct Plugged {
    /// The way to it, and its identity.
    pub claimed: Claimed,
    /// Where it is plugged in.
    pub port: PortPath,
    /// The processor that goes on running after the command, where there is one.
    pub machine: Option<Machine>,
}

/// Why a virtual board has no power.
#[derive(Debug)]
pub enum PlugError {
    /// Its emulated processor.
    Qemu(QemuError),
    /// The file that its storage is in.
    Storage(String),
    /// The file that its storage is in is in use.
    Busy(String),
}

impl fmt::Display for PlugError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Qemu(error) => error.fmt(f),
            Self::Storage(why) | Self::Busy(why) => {
                write!(f, "the virtual board's storage: {why}")
            }
        }
    }
}

impl std::error::Error for PlugError {}

impl From<String> for PlugError {
    fn from(why: String) -> Self {
        Self::Storage(why)
    }
}

impl From<QemuError> for PlugError {
    fn from(error: QemuError) -> Self {
        Self::Qemu(error)
    }
}

/// An emulated processor, and what the user wants of it after the command.
pub struct Machine {
    handle: Handle,
    until: Option<String>,
    run: Duration,
}

impl Machine {
    /// Lets the board run as the user asked for. `Ok(None)`: nothing was asked for.
    pub fn afterlife(&self, stop: &Stop) -> std::io::Result<Option<Ended>> {
        if self.run.is_zero() {
            return Ok(None);
        }
        self.handle.run_until(self.until.as_deref(), self.run, &mut || !stop.asked()).map(Some)
    }

    /// The text that was to be waited for.
    pub fn until(&self) -> Option<&str> {
        self.until.as_deref()
    }

    /// How long at most.
    pub fn limit(&self) -> Duration {
        self.run
    }
}

/// Plugs the board of `spec` in, as the `index`-th of this process.
pub fn plug(spec: &Spec, index: usize) -> Result<Plugged, PlugError> {
    let Powered { device, machine } = power_on(spec, spec.fes)?;
    let (endpoints, face) = Endpoints::told(&device.identity());
    let port = spec.port.clone().unwrap_or_else(|| PortPath::new(1, &[index as u8 + 1]));
    let host: Box<dyn Host> = Box::new(VirtualHost::new(device, spec.wire(), spec.fault));
    Ok(Plugged { claimed: Claimed { host, endpoints, face }, port, machine })
}

/// A board with power, on no bus yet.
pub(super) struct Powered {
    pub(super) device: Box<dyn Device>,
    machine: Option<Machine>,
}

/// Powers on what is to be on a USB bus. `again`: after it has left it.
pub(super) fn power_on_wanted(wanted: &Wanted, again: bool) -> Result<Box<dyn Device>, PlugError> {
    match wanted {
        Wanted::Usb(spec) => {
            let fes = if again { spec.returns_as_fes } else { spec.fes };
            Ok(power_on(spec, fes)?.device)
        }
        Wanted::Serial(spec) => {
            let adapter = Adapter::plug(spec);
            Ok(Box::new(adapter?))
        }
        Wanted::Disk(gadget) => Ok(gadget.device()),
    }
}

/// Powers the board of `spec` on. `fes`: the vendor's boot loader answers, not the mask ROM.
pub(super) fn power_on(spec: &Spec, fes: bool) -> Result<Powered, PlugError> {
    let chip = match spec.board.chip() {
        Chip::Allwinner(chip) => chip,
        Chip::Rockchip(_) => {
            return powered(rockchip::power_on(&spec.rock, spec.board, spec.kept()));
        }
        Chip::Amlogic(_) => {
            return powered(amlogic::power_on(&spec.amlogic, spec.board, spec.kept()));
        }
        Chip::Fastboot(_) => {
            return powered(fastboot::power_on(&spec.fastboot, spec.board, spec.kept()));
        }
        Chip::Starfive(_) | Chip::Bl808 | Chip::Th1520 | Chip::Unspoken | Chip::Any => {
            unreachable!("`Spec` refuses boards on a serial line and those of unknown protocols")
        }
    };
    match spec.engine {
        EngineKind::Memory => {
            let traits = Traits {
                dram: spec.dram,
                spl_hangs: spec.spl_hangs,
                secure: spec.secure,
                other_die: spec.other_die,
            };
            let media = cards::media(&spec.uboot, spec.board, &spec.cards)?;
            let memory = Memory::new(chip, traits).with(media);
            let engine = HandingOver::new(memory, spec.handover.clone());
            Ok(assemble((spec, chip), fes, engine, None))
        }
        EngineKind::Qemu => {
            let machine = spec.board.qemu.as_deref().unwrap_or_default();
            let setup = Setup {
                machine,
                chip,
                storage: spec.storage.as_deref(),
                third: spec.third.as_deref(),
                serial: spec.serial.as_deref(),
                console: spec.console.as_deref(),
                nic: spec.nic.as_deref(),
                dram: spec.dram,
            };
            let handle = Handle::new(Qemu::start(&setup)?);
            let until = spec.until.as_ref().map_or(Duration::ZERO, |_| UNTIL);
            let run = spec.run.unwrap_or(until);
            let machine = Machine { handle: handle.clone(), until: spec.until.clone(), run };
            Ok(assemble((spec, chip), fes, handle, Some(machine)))
        }
    }
}

/// A board without an emulated processor.
fn powered(device: Result<Box<dyn Device>, PlugError>) -> Result<Powered, PlugError> {
    Ok(Powered { device: device?, machine: None })
}

fn assemble(
    (spec, chip): (&Spec, &'static fel::chips::Chip),
    fes: bool,
    engine: impl Engine + 'static,
    machine: Option<Machine>,
) -> Powered {
    let behaviour = Behaviour {
        mode: if fes { Mode::FES } else { Mode::FEL },
        max_packet: if spec.link == Model::FullSpeed { 64 } else { 512 },
        fail: spec.fail,
    };
    Powered { device: Box::new(Rom::new(chip, engine, behaviour)), machine }
}

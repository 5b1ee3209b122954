//! QEMU as the processor of a virtual board: uploaded code runs for real.
//!
//! There is no boot ROM in it. The machine is paused while the board waits in FEL; EXEC sets the program counter and a
//! return address where nothing is, with a breakpoint on it. Breakpoints on the exception vectors name a crash.

mod gdb;
mod process;

use std::{
    io,
    path::Path,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread,
    time::{Duration, Instant},
};

use fel::{
    chips::{Chip, DRAM_SIZE, PROBE_WORD},
    engine::{Engine, State},
};

use gdb::{CPSR, Gdb};
pub use process::QemuError;
use process::{Process, Wanted};

/// Where code returns to: in the boot ROM's range, where QEMU has nothing.
const RETURN: u32 = 0xffff_0a00;
/// The exceptions and their vectors (SCTLR.V is set).
const VECTORS: [(u32, &str); 7] = [
    (0xffff_0004, "undefined instruction"),
    (0xffff_0008, "supervisor call"),
    (0xffff_000c, "prefetch abort"),
    (0xffff_0010, "data abort"),
    (0xffff_0014, "hypervisor call"),
    (0xffff_0018, "interrupt"),
    (0xffff_001c, "fast interrupt"),
];
/// Brings the processor into the state that boot ROMs leave it in, where a debugger cannot: high vectors, IRQ stack.
const START_UP: [u32; 7] = [
    0xee11_0f10, // mrc p15, 0, r0, c1, c0, 0
    0xe380_0a02, // orr r0, r0, #0x2000
    0xee01_0f10, // mcr p15, 0, r0, c1, c0, 0
    0xe321_f0d2, // msr cpsr_c, #0xd2
    0xe3a0_da02, // mov sp, #0x2000
    0xe321_f0d3, // msr cpsr_c, #0xd3
    0xe12f_ff1e, // bx lr
];
/// Where it is run, once.
const START_UP_AT: u32 = 0x1000;
/// The boot ROM's stack, as people have read it on an H3.
const STACK: u32 = 0x5e08;
/// Supervisor mode, A32, interrupts masked.
const SUPERVISOR: u32 = 0x1d3;
const MODE: u32 = 0x3f;
/// The thunk's mark of an SPL that has run.
const SPL_RAN: &[u8; 4] = b".FEL";
const SP: u8 = 13;
const LR: u8 = 14;
const PC: u8 = 15;
/// How often the serial port is looked at.
const LOOK: Duration = Duration::from_millis(20);

/// What board to be.
pub(super) struct Setup<'a> {
    /// QEMU's name of the machine.
    pub(super) machine: &'a str,
    pub(super) chip: &'static Chip,
    pub(super) storage: Option<&'a Path>,
    /// What is where other boards have an eMMC.
    pub(super) third: Option<&'a Path>,
    pub(super) serial: Option<&'a Path>,
    pub(super) console: Option<&'a Path>,
    pub(super) nic: Option<&'a str>,
    /// DRAM is taken as set up.
    pub(super) dram: bool,
}

/// How the time ended that a board was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// The text was on the serial port.
    Seen,
    /// The time was up.
    TimeUp,
    /// The machine is gone: it was reset or switched off.
    MachineEnded,
    /// The user asked to stop.
    Stopped,
}

/// An emulated board.
pub(super) struct Qemu {
    process: Process,
    gdb: Gdb,
    chip: &'static Chip,
    state: State,
    dram: bool,
    notes: Vec<String>,
}

impl Qemu {
    /// Starts QEMU and brings the processor to where a boot ROM waits for requests.
    pub(super) fn start(setup: &Setup<'_>) -> Result<Self, QemuError> {
        let wanted = Wanted {
            machine: setup.machine,
            storage: setup.storage,
            third: setup.third,
            serial: setup.serial,
            console: setup.console,
            nic: setup.nic,
        };
        let (process, stream) = Process::start(&wanted)?;
        let gdb = Gdb::new(stream)?;
        let (chip, dram) = (setup.chip, setup.dram);
        let mut qemu = Self { process, gdb, chip, state: State::Rom, dram, notes: Vec::new() };
        match qemu.power_on() {
            Ok(()) => Ok(qemu),
            Err(error) => Err(qemu.process.end_of(error)),
        }
    }

    fn power_on(&mut self) -> Result<(), QemuError> {
        self.gdb.breakpoint(RETURN)?;
        for (vector, _) in VECTORS {
            self.gdb.breakpoint(vector)?;
        }
        let code: Vec<u8> = START_UP.iter().flat_map(|word| word.to_le_bytes()).collect();
        self.gdb.write(START_UP_AT, &code)?;
        self.branch(START_UP_AT)?;
        if !self.gdb.stopped(Some(Duration::from_secs(10)))? || self.gdb.register(PC)? != RETURN {
            return Err(QemuError::Failed("the emulated processor did not come up".into()));
        }
        self.gdb.set_register(SP, STACK)?;
        self.gdb.write(START_UP_AT, &vec![0; code.len()])?;
        if self.dram {
            self.gdb.write(self.chip.spl + 4, b"eGON.FEL")?;
        }
        Ok(())
    }

    fn branch(&mut self, address: u32) -> io::Result<()> {
        self.gdb.set_register(CPSR, SUPERVISOR)?;
        self.gdb.set_register(LR, RETURN)?;
        self.gdb.set_register(PC, address)?;
        self.gdb.resume()
    }

    fn lose(&mut self, why: String) {
        self.notes.push(why);
        self.state = State::Lost;
    }

    /// The debugger's connection failed: the machine is gone.
    fn vanish(&mut self) {
        self.state = State::Left;
    }

    fn look(&mut self) {
        if self.state != State::Running {
            return;
        }
        match self.gdb.stopped(None) {
            Ok(false) => {}
            Ok(true) => {
                if self.settle().is_err() {
                    self.vanish();
                }
            }
            Err(_) => self.vanish(),
        }
    }

    /// Finds out where the processor has stopped.
    fn settle(&mut self) -> io::Result<()> {
        let pc = self.gdb.register(PC)?;
        if let Some((_, name)) = VECTORS.iter().find(|(vector, _)| *vector == pc) {
            let at = self.gdb.register(LR)?;
            self.lose(format!("the code crashed: {name} (LR {at:#010x})"));
            return Ok(());
        }
        if pc != RETURN {
            self.lose(format!("the processor stopped at {pc:#010x}"));
            return Ok(());
        }
        let (sp, cpsr) = (self.gdb.register(SP)?, self.gdb.register(CPSR)?);
        if sp != STACK || cpsr & MODE != SUPERVISOR & MODE {
            self.lose(format!(
                "the code returned with another stack or mode than it was given (SP {sp:#010x}, CPSR {cpsr:#010x}): a boot ROM would crash"
            ));
            return Ok(());
        }
        self.state = State::Rom;
        let mut mark = [0; 4];
        self.gdb.read(self.chip.spl + 8, &mut mark)?;
        self.dram |= &mark == SPL_RAN;
        Ok(())
    }

    /// DRAM is kept from hosts until an SPL has run; QEMU would let them.
    fn is_open(&mut self, address: u32, length: usize) -> bool {
        let (start, dram) = (u64::from(address), u64::from(self.chip.dram()));
        if self.dram || start + length as u64 <= dram || dram + u64::from(DRAM_SIZE) <= start {
            return true;
        }
        self.notes.push(format!(
            "the bus hangs: DRAM was touched at {address:#010x} before an SPL had set it up"
        ));
        false
    }

    fn read(&mut self, address: u32, buf: &mut [u8]) -> io::Result<()> {
        self.gdb.read(address, buf)?;
        // QEMU has no memory at the probe word.
        if let Some(probe) = self.chip.smc_probe {
            for (offset, byte) in (0..).zip(PROBE_WORD.to_le_bytes()) {
                let at = probe.wrapping_add(offset).wrapping_sub(address) as usize;
                if let Some(place) = buf.get_mut(at) {
                    *place = byte;
                }
            }
        }
        Ok(())
    }

    fn has_printed(&self, text: &str) -> io::Result<bool> {
        let serial = std::fs::read(&self.process.serial)?;
        Ok(serial.windows(text.len()).any(|window| window == text.as_bytes()))
    }
}

/// The board's processor, for the boot ROM that executes with it and for the code that watches it afterwards.
#[derive(Clone)]
pub struct Handle(Arc<Mutex<Qemu>>);

impl Handle {
    pub(super) fn new(qemu: Qemu) -> Self {
        Self(Arc::new(Mutex::new(qemu)))
    }

    fn lock(&self) -> MutexGuard<'_, Qemu> {
        // A panic elsewhere leaves nothing half-done that could be undone here.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lets the board run until `text` is on its serial port, or as long as `limit`; `go_on` is asked now and then.
    pub fn run_until(
        &self,
        text: Option<&str>,
        limit: Duration,
        go_on: &mut dyn FnMut() -> bool,
    ) -> io::Result<Ended> {
        let end = Instant::now() + limit;
        loop {
            // What is said last must be seen, so the processor is looked at before the port.
            let state = self.clone().state();
            if let Some(text) = text.filter(|text| !text.is_empty())
                && self.lock().has_printed(text)?
            {
                return Ok(Ended::Seen);
            }
            if self.lock().process.has_ended() {
                return Ok(Ended::MachineEnded);
            }
            if !go_on() {
                return Ok(Ended::Stopped);
            }
            // Time stands still for a processor that waits in FEL or has crashed.
            if Instant::now() >= end || state != State::Running {
                return Ok(Ended::TimeUp);
            }
            thread::sleep(LOOK);
        }
    }
}

impl Engine for Handle {
    fn read(&mut self, address: u32, buf: &mut [u8]) -> bool {
        let mut qemu = self.lock();
        qemu.is_open(address, buf.len()) && qemu.read(address, buf).is_ok()
    }

    fn write(&mut self, address: u32, data: &[u8]) -> bool {
        let mut qemu = self.lock();
        qemu.is_open(address, data.len()) && qemu.gdb.write(address, data).is_ok()
    }

    fn execute(&mut self, address: u32) {
        let mut qemu = self.lock();
        match qemu.branch(address) {
            Ok(()) => qemu.state = State::Running,
            Err(_) => qemu.vanish(),
        }
    }

    fn state(&mut self) -> State {
        let mut qemu = self.lock();
        qemu.look();
        qemu.state.clone()
    }

    fn in_real_time(&self) -> bool {
        true
    }

    fn note(&mut self) -> Option<String> {
        let mut qemu = self.lock();
        (!qemu.notes.is_empty()).then(|| qemu.notes.remove(0))
    }
}

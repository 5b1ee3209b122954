//! Cards and eMMCs behind the strict model of the controllers: the agent's bytes run there, on every SoC whose ports are known.

use std::sync::{Arc, Mutex};

use fel::{
    chips::{self, Chip, Port},
    host::{
        Cause, Error, Fel,
        agent::Fault,
        disk::{Disk, Part},
    },
    memory::{Flaw, Media, Memory, Traits},
    rom::{Behaviour, Rom},
    wire::Mode,
};
use link::{
    cable::Cable,
    storage::{self, SECTOR, Storage},
};

/// Sectors of the cards here.
const SECTORS: u64 = 16384;

/// Storage that is looked at from outside.
#[derive(Clone)]
struct Shared(Arc<Mutex<storage::Memory>>);

impl Shared {
    fn new(sectors: u64) -> Self {
        Self(Arc::new(Mutex::new(storage::Memory::new(sectors, 0xee))))
    }

    fn holds(&self, sector: u64, count: usize) -> Vec<u8> {
        let mut bytes = vec![0; count * SECTOR];
        self.clone().read_at(sector, &mut bytes).expect("it is there");
        bytes
    }
}

impl Storage for Shared {
    fn sectors(&self) -> u64 {
        self.0.lock().expect("no panic").sectors()
    }

    fn read_at(&mut self, sector: u64, buf: &mut [u8]) -> Result<(), link::IoError> {
        self.0.lock().expect("no panic").read_at(sector, buf)
    }

    fn write_at(&mut self, sector: u64, data: &[u8]) -> Result<(), link::IoError> {
        self.0.lock().expect("no panic").write_at(sector, data)
    }

    fn erase(&mut self, sector: u64, count: u64) -> Result<(), link::IoError> {
        self.0.lock().expect("no panic").erase(sector, count)
    }
}

/// A board with a card and an eMMC with boot partitions.
struct Bench {
    chip: &'static Chip,
    sd: Shared,
    emmc: Shared,
    boot: Shared,
    flaw: Option<Flaw>,
}

impl Bench {
    fn new(chip: &'static Chip) -> Self {
        let [sd, emmc, boot] = [SECTORS, SECTORS, 8192].map(Shared::new);
        Self { chip, sd, emmc, boot, flaw: None }
    }

    fn h3() -> Self {
        Self::new(chips::by_name("H3").expect("H3"))
    }

    /// One for each processor that there is an agent for.
    fn each() -> [Self; 2] {
        ["H3", "D1"].map(|name| Self::new(chips::by_name(name).expect("a chip of the table")))
    }

    fn with<T>(&self, work: impl FnOnce(&mut Fel<'_>) -> T) -> T {
        let media = Media {
            sd: Some(Box::new(self.sd.clone())),
            emmc: Some(Box::new(self.emmc.clone())),
            boots: [None, Some(Box::new(self.boot.clone()))],
            flaw: self.flaw,
            ..Media::default()
        };
        let memory = Memory::new(self.chip, Traits::default()).with(media);
        let behaviour = Behaviour { mode: Mode::FEL, max_packet: 64, fail: None };
        let mut board = Cable::new(Rom::new(self.chip, memory, behaviour));
        let mut fel = Fel::open(&mut board).expect("a FEL");
        work(&mut fel)
    }
}

fn chips() -> impl Iterator<Item = &'static Chip> {
    chips::all().filter(|chip| chip.mmc(Port::Card).is_some())
}

/// Bytes that pack well, that do not, and zeros.
fn bytes(sectors: usize) -> Vec<u8> {
    let mut state = 1u64;
    let mut bytes: Vec<u8> = (0..sectors * SECTOR)
        .map(|at| match at / 20_000 % 3 {
            0 => {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                (state >> 33) as u8
            }
            1 => (at / 7 % 11) as u8,
            _ => 0,
        })
        .collect();
    bytes[0] = 0x55;
    bytes
}

fn write_and_read(bench: &Bench, port: Port, part: Part, medium: &Shared) -> Result<(), Error> {
    let data = bytes(300);
    bench.with(|fel| {
        let mut disk = Disk::open(fel, port, part)?;
        assert_eq!(disk.info().is_emmc, port == Port::Emmc);
        assert_eq!(disk.sectors(), medium.sectors());
        disk.write(fel, 100, &data, &mut |_| {})?;
        disk.write(fel, 7, &data[..SECTOR], &mut |_| {})?;
        assert!(disk.holds(fel, 100, &data)?, "{}", bench.chip.name);
        assert!(disk.holds(fel, 7, &data[..SECTOR])?);
        assert!(!disk.holds(fel, 101, &data)?);
        let mut back = vec![0; data.len()];
        disk.read(fel, 100, &mut back)?;
        assert!(back == data, "{}", bench.chip.name);
        disk.close(fel)
    })?;
    assert!(medium.holds(100, 300) == data, "{}: {port:?} {part:?}", bench.chip.name);
    assert_eq!(medium.holds(7, 2)[SECTOR..], [0xee; SECTOR]);
    Ok(())
}

#[test]
fn every_port_of_every_known_soc_is_written_and_read() {
    for chip in chips() {
        let bench = Bench::new(chip);
        for (port, part, medium) in [
            (Port::Card, Part::User, &bench.sd),
            (Port::Emmc, Part::User, &bench.emmc),
            (Port::Emmc, Part::Boot1, &bench.boot),
        ] {
            let done = write_and_read(&bench, port, part, medium);
            if let Err(error) = done {
                panic!("{} {port:?} {part:?}: {error}", chip.name);
            }
        }
    }
}

#[test]
fn what_is_past_the_end_is_refused_before_anything_is_sent() {
    Bench::h3().with(|fel| {
        let mut disk = Disk::open(fel, Port::Card, Part::User).expect("a card");
        let before = disk.messages();
        let error = disk.write(fel, SECTORS - 1, &bytes(2), &mut |_| {}).expect_err("too long");
        assert!(matches!(error.cause, Cause::PastTheStorage(SECTORS)), "{error}");
        assert_eq!(disk.messages(), before);
        disk.write(fel, SECTORS - 2, &bytes(2), &mut |_| {}).expect("the last two");
        assert!(disk.holds(fel, SECTORS - 2, &bytes(2)).expect("a sum"));
    });
}

#[test]
fn no_card_and_no_boot_partition_are_told() {
    let chip = chips::by_name("H3").expect("H3");
    let memory = Memory::new(chip, Traits::default());
    let behaviour = Behaviour { mode: Mode::FEL, max_packet: 64, fail: None };
    let mut board = Cable::new(Rom::new(chip, memory, behaviour));
    let mut fel = Fel::open(&mut board).expect("a FEL");
    for port in [Port::Card, Port::Emmc] {
        let error = Disk::open(&mut fel, port, Part::User).err().expect("nothing is there");
        assert!(matches!(error.cause, Cause::NoCard), "{error}");
    }
    let error = Bench::h3().with(|fel| Disk::open(fel, Port::Card, Part::Boot0).err());
    assert!(matches!(error.expect("a card has none").cause, Cause::NoPart(_)));
}

/// Longer than a script moves and than a message holds; and how many messages that takes.
#[test]
fn a_mebibyte_takes_few_messages() {
    let data = bytes(2048);
    Bench::h3().with(|fel| {
        let mut disk = Disk::open(fel, Port::Card, Part::User).expect("a card");
        let before = disk.messages();
        disk.write(fel, 1, &data, &mut |_| {}).expect("it is written");
        let written = disk.messages();
        assert!(disk.holds(fel, 1, &data).expect("a sum"));
        assert!(!disk.holds(fel, 2, &data).expect("a sum"));
        let (writes, sums) = (written - before, (disk.messages() - written) / 2);
        // A third of it packs not at all. Each message is six or nine waits.
        assert!(writes <= 14 && sums <= 9, "{writes} {sums}");
    });
}

/// Whatever goes wrong, the command is named, nothing hangs, and what is written later is right.
#[test]
fn every_error_of_the_controller_at_every_command_is_told_and_got_over() {
    let mut told = 0;
    let all = [1 << 1, 1 << 6, 1 << 7, 1 << 8, 1 << 9, 1 << 11, 1 << 12, 1 << 13, 1 << 15];
    for (index, bits) in all.into_iter().enumerate() {
        // No response at every command; the others at some.
        let step = if bits == 1 << 8 { 1 } else { 7 };
        for command in (1 + index as u32 % step..40).step_by(step as usize) {
            // Each of the two processors sees every kind of error.
            let [one, other] = Bench::each();
            let bench = if command / step % 2 == 0 { one } else { other };
            let bench = Bench { flaw: Some(Flaw::Rint { command, bits }), ..bench };
            bench.with(|fel| {
                let data = bytes(9);
                let outcome = Disk::open(fel, Port::Emmc, Part::User).and_then(|mut disk| {
                    let written = disk.write(fel, 5, &data, &mut |_| {});
                    match written.and_then(|()| disk.holds(fel, 5, &data)) {
                        Ok(is_right) => assert!(is_right),
                        Err(error) => {
                            told += 1;
                            let text = error.to_string();
                            assert!(text.contains("CMD"), "{text}");
                            disk.write(fel, 5, &data, &mut |_| {})?;
                            assert!(disk.holds(fel, 5, &data)?);
                        }
                    }
                    disk.close(fel)
                });
                if let Err(error) = outcome {
                    told += 1;
                    let text = error.to_string();
                    assert!(text.contains("CMD") || text.contains("nothing answers"), "{text}");
                    let mut disk = Disk::open(fel, Port::Emmc, Part::User).expect("the next try");
                    disk.write(fel, 5, &data, &mut |_| {}).expect("the next try");
                    assert!(disk.holds(fel, 5, &data).expect("a sum"));
                }
            });
        }
    }
    assert!(told > 30, "{told}");
}

#[test]
fn cards_that_fail_are_told_by_their_command() {
    for (flaw, says) in [
        (Flaw::ReadOnly, "the card answers with an error"),
        (Flaw::Bad(150), "CMD18"),
        (Flaw::Stuck(50), "did not end in time"),
        (Flaw::Pulled(50), "CMD"),
    ] {
        for bench in Bench::each() {
            let bench = Bench { flaw: Some(flaw), ..bench };
            let outcome = write_and_read(&bench, Port::Card, Part::User, &bench.sd);
            let error = outcome.expect_err("a flaw");
            assert!(error.to_string().contains(says), "{flaw:?}: {error}");
        }
    }
    // What was acknowledged and not stored, the sum finds.
    let bench = Bench { flaw: Some(Flaw::Lies), ..Bench::h3() };
    bench.with(|fel| {
        let mut disk = Disk::open(fel, Port::Card, Part::User).expect("a card");
        disk.write(fel, 0, &bytes(3), &mut |_| {}).expect("it says so");
        assert!(!disk.holds(fel, 0, &bytes(3)).expect("a sum"));
    });
}

/// Fault names in messages are of the agent's.
#[test]
fn a_card_that_is_stuck_fails_within_its_limit() {
    let bench = Bench { flaw: Some(Flaw::Stuck(3)), ..Bench::h3() };
    let error = write_and_read(&bench, Port::Card, Part::User, &bench.sd).expect_err("stuck");
    assert!(matches!(error.cause, Cause::Storage { fault: Fault::Expired(_), .. }), "{error}");
}

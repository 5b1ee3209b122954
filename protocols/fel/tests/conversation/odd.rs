//! Boards that answer as no sound one does: memory that changes, marks and registers that are not as they should be. The
//! payloads are not executed but recognised, and answered as each test wants.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
};

use fel::{
    chips::{self, Chip},
    engine::{Engine, State},
    host::{Cause, Error, Fel, Plan, SplPlan, Stage, Upload},
    image::Image,
    payload::Payload,
    rom::Rom,
};
use link::{Silent, cable::Cable};

use crate::{PLAIN, image};

/// What the payload `state` finds where the boot ROM runs with its MMU off.
const OFF: [u32; 8] = [0x0005_0038, 0, 0, 0, 0x410f_c075, 0x1d3, 0x5e08, 0x2000];
/// The same with the MMU on, its table at 0x8000.
const ON: [u32; 8] = [0x00c5_1879, 0x5555_5555, 0, 0x8000, 0x410f_c075, 0x1d3, 0x5e08, 0x2000];

/// What becomes of bytes that are written to an address.
type Spoil = fn(u32, &[u8]) -> Vec<u8>;

/// Memory that a test can look into, page by page.
type Bytes = Arc<Mutex<HashMap<u32, [u8; PAGE as usize]>>>;
const PAGE: u32 = 4096;

struct Odd {
    chip: &'static Chip,
    bytes: Bytes,
    state: [u32; 8],
    mark: &'static [u8; 4],
    /// What becomes of written words before the SoC sums them.
    spoil: Spoil,
    payloads: Arc<Mutex<Vec<Payload>>>,
}

fn get(bytes: &Bytes, address: u32, buf: &mut [u8]) {
    let bytes = bytes.lock().expect("no test panics within");
    for (offset, byte) in (0..).zip(buf) {
        let at = address.wrapping_add(offset);
        *byte = bytes.get(&(at / PAGE)).map_or(0, |page| page[(at % PAGE) as usize]);
    }
}

fn word(bytes: &Bytes, address: u32) -> u32 {
    let mut word = [0; 4];
    get(bytes, address, &mut word);
    u32::from_le_bytes(word)
}

fn put(bytes: &Bytes, address: u32, data: &[u8]) {
    let mut bytes = bytes.lock().expect("no test panics within");
    for (offset, &byte) in (0..).zip(data) {
        let at = address.wrapping_add(offset);
        bytes.entry(at / PAGE).or_insert([0; PAGE as usize])[(at % PAGE) as usize] = byte;
    }
}

fn put_words(bytes: &Bytes, address: u32, words: &[u32]) {
    let data: Vec<u8> = words.iter().flat_map(|word| word.to_le_bytes()).collect();
    put(bytes, address, &data);
}

impl Odd {
    fn new(name: &str) -> Self {
        Self {
            chip: chips::by_name(name).expect("a chip of the table"),
            bytes: Bytes::default(),
            state: OFF,
            mark: b".FEL",
            spoil: |_, data| data.to_vec(),
            payloads: Arc::default(),
        }
    }

    fn sum(&self, address: u32, length: u32) -> [u32; 2] {
        let mut sums = [0u32; 2];
        let mut add = |item: u32| {
            sums[0] = sums[0].wrapping_add(item);
            sums[1] = sums[1].wrapping_add(sums[0]);
        };
        let whole = if address.is_multiple_of(4) { length / 4 * 4 } else { 0 };
        (0..whole).step_by(4).for_each(|offset| add(word(&self.bytes, address + offset)));
        (whole..length).for_each(|offset| add(word(&self.bytes, address + offset) & 0xff));
        sums
    }
}

impl Engine for Odd {
    fn read(&mut self, address: u32, buf: &mut [u8]) -> bool {
        get(&self.bytes, address, buf);
        true
    }

    fn write(&mut self, address: u32, data: &[u8]) -> bool {
        put(&self.bytes, address, &(self.spoil)(address, data));
        true
    }

    fn execute(&mut self, address: u32) {
        let mut code = vec![0; 0x400];
        self.read(address, &mut code);
        let Some(payload) = Payload::recognise(&code) else { return };
        self.payloads.lock().expect("no test panics within").push(payload);
        let at = address + payload.code().len() as u32;
        match payload {
            Payload::State => put_words(&self.bytes, at, &self.state),
            Payload::Thunk => put(&self.bytes, self.chip.spl + 8, self.mark),
            Payload::Sum => {
                let sums = self.sum(word(&self.bytes, at), word(&self.bytes, at + 4));
                put_words(&self.bytes, at, &sums);
            }
            _ => {}
        }
    }

    fn state(&mut self) -> State {
        State::Rom
    }

    fn in_real_time(&self) -> bool {
        false
    }

    fn note(&mut self) -> Option<String> {
        None
    }
}

/// Runs an SPL of 4 KiB.
fn run_spl(odd: Odd) -> Result<(), Error> {
    let chip = odd.chip;
    let file = image(0x1000, chip.dram() + 0x0a00_0000);
    let image = Image::parse(&file).expect("a sound image");
    let plan = SplPlan::new(chip, &image.spl).expect("it fits");
    let mut cable = Cable::new(Rom::new(chip, odd, PLAIN));
    Fel::open(&mut cable).expect("FEL").run_spl(&plan, &image.spl, &mut Silent)
}

#[test]
fn an_spl_has_run_only_where_its_mark_says_so() {
    run_spl(Odd::new("R40")).expect("marked .FEL");
    let ends = |mark| {
        let error = run_spl(Odd { mark, ..Odd::new("R40") }).expect_err("it did not run");
        assert_eq!(error.stage, Stage::Spl);
        error.cause
    };
    assert!(matches!(ends(b".BAD"), Cause::SplDamaged));
    assert!(matches!(ends(b".???"), Cause::CachesOn));
    for mark in [b".BT0", b".FEl", b"xFEL"] {
        let cause = ends(mark);
        assert!(
            matches!(&cause, Cause::ThunkUnfinished(found) if found[4..] == mark[..]),
            "{cause}"
        );
    }
}

#[test]
fn a_processor_in_another_state_than_the_boot_roms_is_left_alone() {
    // Exceptions, endianness, V, I, Z and bit 6 are either way; M is on in other tests.
    for free in [0, 3 << 22, 7 << 11, 1 << 6, 1 << 22, 1 << 13] {
        let mut state = OFF;
        state[0] |= free;
        run_spl(Odd { state, ..Odd::new("R40") })
            .unwrap_or_else(|error| panic!("{free:#x}: {error}"));
    }
    for bit in (0..32).filter(|bit| (3 << 22 | 7 << 11 | 1 << 6 | 1u32) >> bit & 1 == 0) {
        let mut state = OFF;
        state[0] ^= 1 << bit;
        let odd = Odd { state, ..Odd::new("R40") };
        let payloads = odd.payloads.clone();
        let error = run_spl(odd).expect_err("another state");
        assert!(matches!(&error.cause, Cause::ProcessorState(_)), "bit {bit}: {error}");
        assert!(error.to_string().contains(&format!("{:#010x}", state[0])), "{error}");
        assert_eq!(*payloads.lock().expect("unharmed"), [Payload::State], "nothing else ran");
    }
}

fn identity() -> Vec<u32> {
    (0..4096).map(|index| index << 20 | 0xde2).collect()
}

#[test]
fn an_mmu_in_an_unknown_way_is_not_used() {
    for (index, value) in
        [(1, 0x5555_5554), (1, 0), (2, 1), (2, 0x8000_0000), (3, 0x8004), (3, 0x9000), (3, 0x8001)]
    {
        let mut state = ON;
        state[index] = value;
        let odd = Odd { state, ..Odd::new("A20") };
        put_words(&odd.bytes, 0x8000, &identity());
        let payloads = odd.payloads.clone();
        let error = run_spl(odd).expect_err("an unknown way");
        assert!(error.to_string().contains("set up in an unknown way"), "{error}");
        assert_eq!(error.stage, Stage::Mmu);
        assert_eq!(
            *payloads.lock().expect("unharmed"),
            [Payload::State],
            "it was not switched off"
        );
    }
    for (index, entry) in [(0, 0x0000_0de1), (7, 0x0074_0de2), (0xfff, 0xffe0_0de2), (1, 0)] {
        let odd = Odd { state: ON, ..Odd::new("A20") };
        put_words(&odd.bytes, 0x8000, &identity());
        put_words(&odd.bytes, 0x8000 + 4 * index, &[entry]);
        let payloads = odd.payloads.clone();
        let error = run_spl(odd).expect_err("a foreign table");
        assert!(
            error.to_string().contains(&format!("entry {index:#x} is {entry:#010x}")),
            "{error}"
        );
        assert_eq!(
            *payloads.lock().expect("unharmed"),
            [Payload::State],
            "it was not switched off"
        );
    }
}

#[test]
fn an_mmu_that_was_on_goes_on_again_as_it_was() {
    let odd = Odd { state: ON, ..Odd::new("A20") };
    put_words(&odd.bytes, 0x8000, &identity());
    // Cached, and of another type: DRAM must not stay so, and the boot ROM is of one type.
    put_words(&odd.bytes, 0x8000 + 4 * 0x400, &[0x4000_7dee]);
    put_words(&odd.bytes, 0x8000 + 4 * 0xfff, &[0xfff0_7dee]);
    let (bytes, payloads, chip) = (odd.bytes.clone(), odd.payloads.clone(), odd.chip);
    run_spl(odd).expect("it runs");
    let ran = payloads.lock().expect("unharmed").clone();
    assert_eq!(
        ran,
        [Payload::State, Payload::MmuOff, Payload::Thunk, Payload::Sum, Payload::MmuOn]
    );
    let at = chip.scratch + Payload::MmuOn.code().len() as u32;
    assert_eq!([0, 4, 8].map(|offset| word(&bytes, at + offset)), [0x5555_5555, 0, 0x8000]);
    let entry = |index: u32| word(&bytes, 0x8000 + 4 * index);
    assert_eq!(
        [0, 0x3ff, 0x400, 0xbff, 0xc00, 0xfff].map(entry),
        [0xde2, 0x3ff0_0de2, 0x4000_1de2, 0xbff0_1de2, 0xc000_0de2, 0xfff0_1dee]
    );
}

#[test]
fn an_mmu_that_was_off_goes_on_only_where_a_table_has_a_place() {
    for (name, expected) in [
        ("R40", &[Payload::State, Payload::Thunk][..]),
        ("H3", &[Payload::State, Payload::Thunk, Payload::Sum, Payload::MmuOn]),
        ("A10", &[Payload::L2On, Payload::State, Payload::Thunk]),
        ("R528", &[Payload::IcacheOff, Payload::State, Payload::Thunk]),
    ] {
        let odd = Odd::new(name);
        // The boot ROM's first word tells the R528.
        put_words(&odd.bytes, 0, &[0xea00_0019]);
        let (bytes, payloads, chip) = (odd.bytes.clone(), odd.payloads.clone(), odd.chip);
        run_spl(odd).expect(name);
        assert_eq!(*payloads.lock().expect("unharmed"), expected, "{name}");
        if let Some(table) = chip.mmu_table {
            let at = chip.scratch + Payload::MmuOn.code().len() as u32;
            assert_eq!([0, 4, 8].map(|offset| word(&bytes, at + offset)), [0x5555_5555, 0, table]);
        }
    }
}

/// Loads an image of U-Boot, and `data` to `address`, without starting it.
fn load(odd: Odd, address: u32, data: &[u8]) -> Result<(), Error> {
    let chip = odd.chip;
    let file = image(0x1000, chip.dram() + 0x0a00_0000);
    let image = Image::parse(&file).expect("a sound image");
    let mut data = data;
    let mut uploads = [Upload::new("more".into(), address, &mut data).expect("readable")];
    let plan = Plan::new(chip, &image, &uploads, false).expect("it fits");
    let mut cable = Cable::new(Rom::new(chip, odd, PLAIN));
    Fel::open(&mut cable).expect("FEL").boot(&plan, &mut uploads, &mut Silent).map(drop)
}

/// Spoils what goes to 0x4200_0000 and on.
fn spoilt(address: u32, data: &[u8], how: fn(&mut [u8])) -> Vec<u8> {
    let mut data = data.to_vec();
    if (0x4200_0000..0x4300_0000).contains(&address) {
        how(&mut data);
    }
    data
}

#[test]
fn memory_that_holds_something_else_is_found_out() {
    let data: Vec<u8> = (0..4000u32).flat_map(|index| (index * 7 + 1).to_le_bytes()).collect();
    for (address, length) in [(0x4200_0000, 16000), (0x4200_0000, 15999), (0x4200_0001, 15998)] {
        let data = &data[..length];
        load(Odd::new("R40"), address, data).expect("all is well");
        let spoils: [(&str, Spoil); 4] = [
            ("a bit", |address, data| spoilt(address, data, |data| data[5] ^= 1)),
            ("the last bit", |address, data| {
                spoilt(address, data, |data| *data.last_mut().expect("data") ^= 0x80)
            }),
            // Their sum is the same: only the sum of all sums shows it.
            ("two words that changed places", |address, data| {
                spoilt(address, data, |data| {
                    let (first, second) = data.split_at_mut(8);
                    first[..4].swap_with_slice(&mut second[..4]);
                })
            }),
            ("nothing", |address, data| spoilt(address, data, |data| data.fill(0))),
        ];
        for (what, spoil) in spoils {
            let error = load(Odd { spoil, ..Odd::new("R40") }, address, data).expect_err(what);
            let Cause::Differs { name, address: at } = &error.cause else {
                panic!("{what}: {error}")
            };
            assert_eq!((name.as_str(), *at), ("more", address), "{what}");
        }
    }
}

#[test]
fn the_megabyte_that_differs_is_told() {
    let data: Vec<u8> = (0..(1u32 << 20) + 5).map(|at| (at ^ at >> 8 ^ at >> 16) as u8).collect();
    load(Odd::new("R40"), 0x4200_0000, &data).expect("all is well");
    let spoil = |address: u32, data: &[u8]| {
        let mut data = data.to_vec();
        let bad = 0x4210_0002u32.wrapping_sub(address) as usize;
        if let Some(byte) = data.get_mut(bad) {
            *byte ^= 1;
        }
        data
    };
    let error = load(Odd { spoil, ..Odd::new("R40") }, 0x4200_0000, &data).expect_err("one bit");
    assert!(matches!(error.cause, Cause::Differs { address: 0x4210_0000, .. }), "{error}");
}

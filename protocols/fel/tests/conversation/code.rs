//! Code on the memory engine's processor: our payloads on every ARM chip, and what other code may and may not do.

use fel::{
    chips::{self, Chip},
    egon,
    engine::{Engine, State},
    host::SplPlan,
    image::Image,
    memory::{Memory, Traits},
    payload::Payload,
};

use proptest::prelude::*;

use crate::arm_chips;

const BX_LR: u32 = 0xe12f_ff1e;

fn bytes(words: &[u32]) -> Vec<u8> {
    words.iter().flat_map(|word| word.to_le_bytes()).collect()
}

fn memory(chip: &'static Chip, traits: Traits) -> Memory {
    Memory::new(chip, traits)
}

fn h3() -> Memory {
    memory(chips::by_name("H3").expect("H3"), Traits::default())
}

fn notes(memory: &mut Memory) -> String {
    std::iter::from_fn(|| memory.note()).collect::<Vec<_>>().join("\n")
}

/// Puts code where scratch memory is, and runs it.
fn run(memory: &mut Memory, at: u32, code: &[u8]) -> State {
    assert!(memory.write(at, code), "the code is written");
    memory.execute(at);
    memory.state()
}

/// Runs a payload with parameters; the words after its code.
fn results<const N: usize>(
    memory: &mut Memory,
    chip: &Chip,
    payload: Payload,
    parameters: &[u32],
) -> [u32; N] {
    let state = run(memory, chip.scratch, &payload.with(parameters));
    assert_eq!(state, State::Rom, "{} {payload:?}: {}", chip.name, notes(memory));
    let mut buffer = vec![0; 4 * N];
    assert!(memory.read(chip.scratch + payload.code().len() as u32, &mut buffer));
    let mut words =
        buffer.chunks_exact(4).map(|word| u32::from_le_bytes([word[0], word[1], word[2], word[3]]));
    [(); N].map(|()| words.next().expect("as many as were read"))
}

#[test]
fn every_payload_runs_on_every_arm_chip() {
    for chip in arm_chips() {
        let traits = Traits { dram: true, secure: true, ..Traits::default() };
        let mut memory = memory(chip, traits);
        if chip.disable_icache {
            results::<0>(&mut memory, chip, Payload::IcacheOff, &[]);
        }
        if let Some(probe) = chip.smc_probe {
            assert_eq!(
                results(&mut memory, chip, Payload::Readl, &[1, probe]),
                [1, 0],
                "{}",
                chip.name
            );
            results::<0>(&mut memory, chip, Payload::Smc, &[]);
            assert_ne!(
                results(&mut memory, chip, Payload::Readl, &[1, probe]),
                [1, 0],
                "{}",
                chip.name
            );
        }
        let (a, b) = (chip.dram(), chip.dram() + 0x1000);
        results::<0>(&mut memory, chip, Payload::Writel, &[2, a, 0x1234, b, 0x5678]);
        assert_eq!(results(&mut memory, chip, Payload::Readl, &[2, b, a]), [2, 0x5678, 0x1234]);
        assert_eq!(results(&mut memory, chip, Payload::Sum, &[a, 4]), [0x1234, 0x1234]);
        assert_eq!(results(&mut memory, chip, Payload::Sum, &[a + 1, 4]), [0x12, 0x12 * 4]);
        if let Some(sid) = chip.sid {
            let words = results(&mut memory, chip, Payload::Sid, &[sid.base, 4, 2, 0, 0]);
            assert_eq!(words, [sid.base, 4, 2, 0x1111_2222, 0x3333_0000], "{}", chip.name);
        }
        if chip.enable_l2 {
            results::<0>(&mut memory, chip, Payload::L2On, &[]);
        }
        check_mmu(&mut memory, chip);
        if let Some(rvbar) = chip.rvbar {
            let enter = Payload::Enter64.with(&[rvbar.register, chip.dram()]);
            assert_eq!(run(&mut memory, chip.scratch, &enter), State::Left, "{}", chip.name);
        }
    }
}

fn check_mmu(memory: &mut Memory, chip: &Chip) {
    let state = |memory: &mut Memory| results::<8>(memory, chip, Payload::State, &[0; 8]);
    results::<0>(memory, chip, Payload::MmuOff, &[]);
    let [sctlr, _, ttbcr, _, midr, cpsr, sp, irq] = state(memory);
    assert_eq!((sctlr & 0x1801, ttbcr, cpsr & 0xfff), (0, 0, 0x1d3), "{}", chip.name);
    assert_eq!((sp, irq), (chip.spl + 0x5e08, chip.spl + 0x2000), "{}", chip.name);
    assert_eq!(midr >> 16 & 0xf == 6, chip.name == "F1C100s", "{}", chip.name);
    // An ARM926 has no TTBCR. Its boot ROM runs without MMU, so that nobody has to switch it on again.
    if chip.name == "F1C100s" {
        return;
    }
    let table = chip.dram() + 0x4000;
    let identity: Vec<u32> = (0..4096).map(|index| index << 20 | 0xde2).collect();
    assert!(memory.write(table, &bytes(&identity)));
    results::<0>(memory, chip, Payload::MmuOn, &[0x5555_5555, 0, table]);
    let [sctlr, dacr, _, ttbr0, ..] = state(memory);
    assert_eq!((sctlr & 0x1801, dacr, ttbr0), (0x1801, 0x5555_5555, table), "{}", chip.name);
    results::<0>(memory, chip, Payload::MmuOff, &[]);
}

/// What comes of code at 0x2000 of an H3, with what the board says.
fn ends(code: &[u32]) -> (State, String) {
    let mut memory = h3();
    let state = run(&mut memory, 0x2000, &bytes(code));
    (state, notes(&mut memory))
}

#[test]
fn what_goes_wrong_is_named() {
    for (code, said) in [
        (&[0xe7f0_00f0][..], "undefined instruction 0xe7f000f0 at 0x00002000"),
        // ldr r0, [r0] from 0xf0000000; from DRAM; from 0x2002; bx there.
        (&[0xe3a0_020f, 0xe590_0000], "nothing is at 0xf0000000"),
        (&[0xe3a0_0101, 0xe590_0000], "DRAM was touched at 0x40000000"),
        (&[0xe3a0_0101, 0xe590_0000], "the code hangs at 0x00002004"),
        (&[0xe59f_0002, BX_LR], "data abort: 0x0000200a is no multiple of 4"),
        (&[0xe3a0_020f, 0xe12f_ff10], "nothing is at 0xf0000000"),
        // bx into registers; the boot ROM elsewhere than where it called from; Thumb.
        (&[0xe3a0_0407, 0xe12f_ff10], "it went to registers at 0x07000000"),
        (&[0xe24e_e004, BX_LR], "into the boot ROM at 0xffff09fc"),
        (&[0xe28f_0001, 0xe12f_ff10], "went over to Thumb at 0x00002008"),
        (&[0xef00_0000], "supervisor call at 0x00002000"),
        (&[0xe160_0070], "an smc without a monitor"),
        (&[0xe320_f003], "sleeps at 0x00002000"),
        // sub sp, sp, #8; another mode; another stack of IRQ mode.
        (&[0xe24d_d008, BX_LR], "another stack or mode"),
        (&[0xe1a0_100e, 0xe321_f0df, 0xe1a0_e001, BX_LR], "another stack or mode"),
        (&[0xe321_f0d2, 0xe24d_d008, 0xe321_f0d3, BX_LR], "another stack or mode"),
        // b .; a poll of a register that does not change; stores for ever.
        (&[0xeaff_fffe], "the code at 0x00002000 does not end"),
        (&[0xe3a0_0407, 0xe590_1000, 0xe311_0001, 0x0aff_fffc], "does not end"),
        (&[0xe3a0_0a03, 0xe490_1004, 0xe500_1004, 0xe240_0004, 0xeaff_fffb], "does not end"),
        // A word of the boot ROM's memory at 0x7000 - 4.
        (&[0xe3a0_0a07, 0xe500_0004, BX_LR], "its own memory was overwritten at 0x00006ffc"),
    ] {
        let (state, notes) = ends(code);
        assert_eq!(state, State::Lost, "{said}: {notes}");
        assert!(notes.contains(said), "{said}: {notes}");
    }
}

#[test]
fn what_is_sound_comes_back() {
    for (what, code) in [
        ("push and pop below the stack", &[0xe92d_5ff0, 0xe8bd_9ff0][..]),
        (
            "a boot ROM that is written to",
            &[0xe3e0_0000, 0xe3c0_00ff, 0xe3c0_0a0f, 0xe580_0000, BX_LR],
        ),
        ("registers of the caller's", &[0xe3a0_4000, 0xe3a0_b000, BX_LR]),
        ("a thousand rounds", &[0xe3a0_0ffa, 0xe250_0001, 0x1aff_fffd, BX_LR]),
    ] {
        let (state, notes) = ends(code);
        assert_eq!((state, notes.as_str()), (State::Rom, ""), "{what}");
    }
    // ldrb r0, [r1] from registers is noticed.
    let (state, notes) = ends(&[0xe3a0_1407, 0xe5d1_0000, BX_LR]);
    assert_eq!(state, State::Rom);
    assert!(notes.contains("less than 32 bits"), "{notes}");
}

#[test]
fn the_watchdog_and_dram_end_the_session() {
    // ldr r0, =0x01c20cb8; mov r1, #1; str r1, [r0]; b .
    let (state, notes) = ends(&[0xe59f_0008, 0xe3a0_1001, 0xe580_1000, 0xeaff_fffe, 0x01c2_0cb8]);
    assert_eq!((state, notes.contains("watchdog")), (State::Left, true), "{notes}");
    let mut memory =
        memory(chips::by_name("H3").expect("H3"), Traits { dram: true, ..Traits::default() });
    assert_eq!(run(&mut memory, 0x4000_0000, &bytes(&[BX_LR])), State::Rom);
    assert_eq!(run(&mut memory, 0x4a00_0000, &bytes(&[0xea00_0016])), State::Left);
    assert!(self::notes(&mut memory).contains("0x4a000000 takes over"));
}

/// An SPL in its place under an H3's thunk, with `spoil` done to what was written; state, the mark, what is said.
fn spl(traits: Traits, spoil: impl Fn(&mut Memory, &Chip)) -> (State, Vec<u8>, String) {
    let chip = chips::by_name("H3").expect("H3");
    let mut code = bytes(&[0xea00_0016]);
    code.resize(0x1000, 0x5a);
    let file = egon::seal(code);
    let image = Image::parse(&file).expect("sound");
    let plan = SplPlan::new(chip, &image.spl).expect("it fits");
    let thunk = plan.writes().last().expect("the thunk is last");
    let mut memory = memory(chip, traits);
    let swaps = chip.swaps.iter().flat_map(|swap| [swap.rom, swap.parked, swap.size]);
    let parameters: Vec<u32> = [chip.spl].into_iter().chain(swaps).chain([0; 3]).collect();
    assert!(memory.write(chip.spl, image.spl.bytes()));
    assert!(memory.write(thunk.1, &Payload::Thunk.with(&parameters)));
    spoil(&mut memory, chip);
    memory.execute(thunk.1);
    let mut mark = vec![0; 8];
    memory.read(chip.spl + 4, &mut mark);
    (memory.state(), mark, notes(&mut memory))
}

#[test]
fn an_spl_runs_once_all_is_as_it_must_be() {
    let (state, mark, notes) = spl(Traits::default(), |_, _| {});
    assert_eq!((state, mark.as_slice()), (State::Rom, &b"eGON.FEL"[..]), "{notes}");
    assert!(notes.contains("DRAM is taken as up"), "{notes}");
    let (state, mark, _) = spl(Traits::default(), |memory, chip| {
        assert!(memory.write(chip.spl + 0x800, &[1]));
    });
    assert_eq!((state, mark.as_slice()), (State::Rom, &b"eGON.BAD"[..]));
    let (state, _, notes) = spl(Traits { spl_hangs: true, ..Traits::default() }, |_, _| {});
    assert_eq!((state, notes.contains("hangs")), (State::Lost, true), "{notes}");
    let (state, _, notes) =
        spl(Traits::default(), |memory, _| {
            assert!(memory.write(
                0x1_0000,
                &bytes(&(0..4096).map(|index| index << 20 | 2).collect::<Vec<_>>())
            ));
            assert_eq!(
                run(memory, 0x1000, &Payload::MmuOn.with(&[0x5555_5555, 0, 0x1_0000])),
                State::Rom
            );
            // Instruction cache off: the thunk would refuse before the SPL could.
            assert_eq!(run(memory, 0x1000, &Payload::IcacheOff.with(&[])), State::Rom);
        });
    assert_eq!((state, notes.contains("with the MMU on")), (State::Lost, true), "{notes}");
}

#[test]
fn an_spl_without_a_thunk_takes_itself_for_loaded_from_storage() {
    let mut memory = h3();
    let file = egon::seal(bytes(&[0xea00_0016]));
    assert_eq!(run(&mut memory, 0, &file), State::Lost);
    assert!(notes(&mut memory).contains("eGON.FEL"));
    // Other code may be where an SPL would be.
    assert_eq!(run(&mut h3(), 0, &bytes(&[BX_LR])), State::Rom);
}

#[test]
fn a_warm_reset_goes_where_the_right_register_says() {
    let h616 = chips::by_name("H616").expect("H616");
    for (other_die, register, entry, state, said) in [
        (false, 0x0901_0040, 0x4000_0000, State::Left, "AArch64 code at 0x40000000"),
        (true, 0x0901_0040, 0x4000_0000, State::Lost, "this die's reset vector is at 0x08100040"),
        (true, 0x0810_0040, 0x4000_0000, State::Left, "AArch64 code at 0x40000000"),
        (false, 0x0901_0040, 0x0005_0000, State::Left, "AArch64 code at 0x00050000"),
        (false, 0x0901_0040, 0, State::Left, "restarted in the boot ROM"),
        (false, 0x0901_0040, 0xf000_0000, State::Lost, "where there is no memory"),
    ] {
        let mut memory = memory(h616, Traits { dram: true, other_die, ..Traits::default() });
        let payload = Payload::Enter64.with(&[register, entry]);
        assert_eq!(run(&mut memory, h616.scratch, &payload), state, "{said}");
        let notes = notes(&mut memory);
        assert!(notes.contains(said), "{said}: {notes}");
    }
    let mut memory = memory(h616, Traits::default());
    let payload = Payload::Enter64.with(&[0x0901_0040, 0x4000_0000]);
    assert_eq!(run(&mut memory, h616.scratch, &payload), State::Lost);
    assert!(notes(&mut memory).contains("no DRAM yet"));
    let h6 = chips::by_name("H6").expect("H6");
    let mut memory = self::memory(h6, Traits { dram: true, secure: true, ..Traits::default() });
    assert_eq!(run(&mut memory, h6.scratch, &payload), State::Lost);
    assert!(notes(&mut memory).contains("non-secure"));
}

#[test]
fn the_d1_runs_code_that_keeps_the_rules() {
    let d1 = chips::by_name("D1").expect("D1");
    for (code, said) in [
        (Payload::Readl.code().to_vec(), "illegal instruction"),
        // j .; s0 changed; ebreak; a register of 64 bits; half of a register's address; the stack.
        (bytes(&[0x0000_006f]), "does not end"),
        (bytes(&[0x0010_0413, 0x0000_8067]), "x8 changed"),
        (bytes(&[0x0010_0073]), "environment call"),
        (bytes(&[0x0200_12b7, 0x0002_b303]), "by 64 bits"),
        (bytes(&[0x0200_12b7, 0x0022_a303]), "misaligned"),
        (bytes(&[0x0051_2023, 0x0000_8067]), "its stack was overwritten"),
    ] {
        let mut memory = memory(d1, Traits::default());
        assert_eq!(run(&mut memory, d1.scratch, &code), State::Lost, "{said}");
        let notes = notes(&mut memory);
        assert!(notes.contains(said), "{said}: {notes}");
    }
    assert_eq!(
        run(&mut memory(d1, Traits::default()), d1.scratch, &bytes(&[0x0000_8067])),
        State::Rom
    );
}

#[test]
fn the_d1s_payloads_empty_the_cache_before_anything_differs() {
    let d1 = chips::by_name("D1").expect("D1");
    let mut memory = memory(d1, Traits::default());
    for payload in [Payload::ReadlRv, Payload::WritelRv, Payload::AgentRv, Payload::ReadlRv] {
        assert_eq!(&payload.code()[..20], &Payload::ReadlRv.code()[..20]);
        assert_eq!(run(&mut memory, d1.scratch, &payload.with(&[0; 80])), State::Rom);
    }
    // Code that does not do so.
    assert_eq!(run(&mut memory, d1.scratch, &bytes(&[0x0000_8067])), State::Lost);
    assert!(notes(&mut memory).contains("held older code"));
}

#[test]
fn stale_code_is_not_run_for_the_code_that_was_written() {
    let r528 = chips::by_name("R528").expect("R528");
    let mut memory = memory(r528, Traits::default());
    let (first, second) = (Payload::Readl.with(&[0]), Payload::Writel.with(&[0]));
    assert_eq!(run(&mut memory, r528.scratch, &first), State::Rom);
    assert_eq!(run(&mut memory, r528.scratch, &second), State::Lost);
    assert!(notes(&mut memory).contains("held older code"));
}

proptest! {
    /// Just below the registers, so that what runs on meets them soon.
    #[test]
    fn all_code_comes_to_an_end(words in proptest::collection::vec(any::<u32>(), 1..16)) {
        let mut memory = h3();
        prop_assert_ne!(run(&mut memory, 0x00ff_f000, &bytes(&words)), State::Running);
    }
}

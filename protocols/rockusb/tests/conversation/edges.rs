//! Where a range, a wall or a medium begins and ends: the last sector that is one thing, and the first that is another.

use link::{Check, Silent, StepId, Watch};
use rockusb::{
    chips,
    host::{Cause, Reads, Rock, State, Step, Survey},
    idb::IdBlock,
    loader::{Blob, Header, Kind, Loader, Pack},
    rom::Traits,
    wire::{Capability, Cbw, FlashId, FlashInfo, Opcode, READ_WALL},
};

use crate::board::{Notes, board, named, noise, ready};

/// Counts bytes.
struct Moved(u64);

impl Watch for Moved {
    fn step(&mut self, _: StepId, _: &str, _: u64) {}
    fn advance(&mut self, bytes: u64) {
        self.0 += bytes;
    }
    fn note(&mut self, text: &str) {
        panic!("nothing is remarkable: {text}");
    }
}

#[test]
fn the_last_sector_of_a_medium_is_one() {
    let (mut wire, looks, survey) = ready("nanopi-r6s");
    let sectors = survey.sectors().expect("known");
    let data = noise(8 * 512, 1);
    let mut rock = Rock::new(&mut wire);
    let mut writer = rock.writer(&survey, Check::ReadBack);
    writer.write(sectors - 8, &mut &data[..], &mut Silent).expect("up to the end");
    assert!(writer.finish(&mut Silent).expect("it holds").is_complete());
    rock.verify(&survey, sectors - 8, &mut &data[..], &mut Silent).expect("up to the end");
    let mut found = Vec::new();
    rock.read(&survey, sectors - 8, 8, false, &mut found, &mut Silent).expect("up to the end");
    assert_eq!((&found, &looks[0].bytes(sectors - 8, 8)), (&data, &data));
    rock.erase(&survey, sectors - 8, 8, &mut Silent).expect("up to the end");
}

#[test]
fn room_is_checked_for_the_job_that_is_to_come() {
    let (mut wire, _, survey) = ready("nanopi-r6s");
    wire.outs.clear();
    let sectors = survey.sectors().expect("known");
    // Where the size is not known, addresses have 32 bits.
    let unknown = Survey { flash: None, ..survey };
    let mut rock = Rock::new(&mut wire);
    for (survey, sectors) in [(survey, sectors), (unknown, 1 << 32)] {
        rock.check_room(Step::Erase, &survey, sectors - 1, 1).expect("there is room");
        let error = rock.check_room(Step::Erase, &survey, sectors - 1, 2).expect_err("none");
        assert_eq!(error.step, Step::Erase);
        let Cause::PastTheEnd { sectors: found, end } = error.cause else { panic!("{error}") };
        assert_eq!((found, end), (sectors, sectors + 1));
    }
    assert_eq!(wire.outs.len(), 0, "nothing is asked");
}

#[test]
fn erase_blocks_are_those_of_flash_and_longer_than_a_sector() {
    let (_, _, survey) = ready("rk3308-nand");
    let flash = survey.flash.expect("known");
    for (block, blocks) in [(0, None), (1, None), (2, Some(2)), (256, Some(256))] {
        let survey = Survey { flash: Some(FlashInfo { block, ..flash }), ..survey };
        assert_eq!(survey.block(), blocks);
        assert_eq!(Survey { id: Some(FlashId(*b"EMMC ")), ..survey }.block(), None);
    }
}

/// A loader that does not tell which medium it has chosen tells its kind.
#[test]
fn the_places_of_id_blocks_follow_the_kind_of_flash() {
    let (_, _, survey) = ready("nanopi-r6s");
    for (id, sector) in [(b"EMMC ", 64), (b"NOR  ", 128), (b"SNAND", 512)] {
        let mute = Survey { storage: None, id: Some(FlashId(*id)), ..survey };
        assert_eq!(mute.id_block(), sector);
        assert_eq!(Survey { id: Some(FlashId(*id)), ..survey }.id_block(), 64, "it told");
    }
    assert_eq!(Survey { storage: None, id: None, ..survey }.id_block(), 64);
}

/// What tells it is after the head, in the first image.
#[test]
fn an_id_block_whose_code_is_another_socs_is_refused() {
    let tags = ["phicomm-r1", "nanopc-t4"].map(|name| named(name).chip().tag.expect("it has one"));
    for (tag, fits) in [(tags[0], false), (tags[1], true)] {
        let blob = |name: &str| Blob {
            kind: Kind::Flash,
            name: name.into(),
            delay: Default::default(),
            data: [&tag[..], &noise(4092, 7)].concat(),
        };
        let blobs = vec![blob("FlashData"), blob("FlashBoot")];
        let file = Pack { header: Header::default(), align: 2048, blobs }.build().expect("packs");
        let block = IdBlock::of(&Loader::parse(&file).expect("sound")).expect("it has one");
        assert!(block.layout == chips::IdBlock::Old);
        let (mut wire, looks, survey) = ready("nanopc-t4");
        let mut rock = Rock::new(&mut wire);
        let result =
            rock.writer(&survey, Check::None).write(64, &mut &block.bytes[..], &mut Silent);
        assert_eq!(result.is_ok(), fits);
        if let Err(error) = result {
            assert!(matches!(error.cause, Cause::OtherBlock { sector: 64, .. }), "{error}");
            assert!(error.to_string().contains("its first image begins with"), "{error}");
        }
        assert_eq!(looks[0].lock().writes > 0, fits);
    }
}

#[test]
fn an_erase_is_looked_at_in_its_first_and_in_its_last_sector() {
    let erase = |sector: u64, bytes: &[u8]| {
        let traits = Traits { erase_fails: true, ..Traits::default() };
        let (mut wire, looks) = board("h96-max-m9", traits, State::Usbplug);
        looks[0].fill(sector, bytes);
        let mut rock = Rock::new(&mut wire);
        let survey = rock.survey().expect("a survey");
        rock.erase(&survey, 8, 8, &mut Silent).map_err(|error| error.cause)
    };
    for sector in [8, 15] {
        let cause = erase(sector, &noise(512, 1)).expect_err("it did nothing");
        assert!(matches!(cause, Cause::NotErased(found) if found == sector), "{cause}");
        // It begins as an empty one does.
        for first in [0, 0xff] {
            let mut bytes = [first; 512];
            bytes[511] = 0x55;
            let cause = erase(sector, &bytes).expect_err("it did nothing");
            assert!(matches!(cause, Cause::NotErased(found) if found == sector), "{cause}");
        }
        for value in [0, 0xff] {
            erase(sector, &[value; 512]).expect("it is empty");
        }
        erase(sector, &[0x55; 512]).expect_err("of one value, but not empty");
    }
    for neighbour in [7, 16] {
        erase(neighbour, &noise(512, 1)).expect("that one was not to be erased");
    }
}

#[test]
fn an_erase_tells_its_bytes() {
    let (mut wire, _, survey) = ready("nanopi-r6s");
    let mut moved = Moved(0);
    Rock::new(&mut wire).erase(&survey, 1, 70_000, &mut moved).expect("erased");
    assert_eq!(moved.0, 70_000 * 512);
}

#[test]
fn an_erase_above_the_wall_is_not_looked_at() {
    for (sector, looked) in [(READ_WALL - 1, true), (READ_WALL, false)] {
        let traits = Traits { erase_fails: true, ..Traits::default() };
        let (mut wire, looks) = board("h96-max-m9", traits, State::Usbplug);
        looks[0].fill(sector, &noise(512, 1));
        let mut rock = Rock::new(&mut wire);
        let survey = rock.survey().expect("a survey");
        let result = rock.erase(&survey, sector, 1, &mut Silent);
        assert_eq!(result.is_err(), looked, "{sector}");
    }
}

/// The commands for sectors that were sent, as (opcode, sector, count).
fn sent(outs: &[Vec<u8>]) -> Vec<(Opcode, u32, u16)> {
    let blocks = outs.iter().filter_map(|bytes| Cbw::from_bytes(bytes).ok());
    let field = |block: Cbw| {
        let [_, _, a, b, c, d, _, e, f, ..] = block.cdb;
        (Opcode(block.cdb[0]), u32::from_be_bytes([a, b, c, d]), u16::from_be_bytes([e, f]))
    };
    blocks.map(field).collect()
}

#[test]
fn a_read_that_ends_at_the_wall_asks_nothing_about_it() {
    let (mut wire, looks, survey) = ready("h96-max-m9");
    looks[0].fill(1000, &noise(1000 * 512, 5));
    for (sector, count) in [(1000, 1000), (READ_WALL - 8, 8)] {
        wire.outs.clear();
        let (mut found, mut notes) = (Vec::new(), Notes::default());
        let mut rock = Rock::new(&mut wire);
        rock.read(&survey, sector, count, false, &mut found, &mut notes).expect("it is real");
        assert_eq!(found, looks[0].bytes(sector, count as usize));
        assert_eq!(sent(&wire.outs), [(Opcode::READ_LBA, sector as u32, count as u16)]);
        assert_eq!(notes.0, [""; 0]);
    }
}

/// Pieces of 0xCC are worth a word where nothing has shown that reads are real.
#[test]
fn what_a_faked_read_would_return_is_remarked_only_above_the_wall() {
    for (sector, real, words) in
        [(70_000, false, 1), (70_000, true, 0), (1000, false, 0), (READ_WALL - 8, false, 0)]
    {
        let (mut wire, looks, survey) = ready("nanopi-r6s");
        looks[0].fill(63_000, &vec![0xcc; 4000 * 512]);
        looks[0].fill(sector, &[0xcc; 4096]);
        if real {
            looks[0].fill(READ_WALL, &noise(512, 1));
        }
        let mut notes = Notes::default();
        Rock::new(&mut wire)
            .read(&survey, sector, 8, false, &mut Vec::new(), &mut notes)
            .expect("read");
        assert_eq!(notes.0.len(), words, "{sector} {real}: {:?}", notes.0);
    }
}

/// The sector before the wall may look like what a faked read returns; those before that one tell.
#[test]
fn a_wall_is_looked_for_further_off_where_the_sectors_at_it_cannot_tell() {
    for (first, asked) in [(65_535, 2), (65_408, 4), (63_489, 6)] {
        let (mut wire, looks, survey) = ready("h96-max-m9");
        looks[0].fill(63_000, &vec![0xcc; 4000 * 512]);
        looks[0].fill(first, &noise(512, 1));
        wire.outs.clear();
        assert_eq!(Rock::new(&mut wire).reads(&survey).expect("told"), Reads::Faked);
        assert_eq!(sent(&wire.outs).len(), asked, "{first}");
    }
    // A medium that ends at the wall has none.
    let (mut wire, _, survey) = ready("h96-max-m9");
    let flash = FlashInfo { sectors: READ_WALL as u32, ..survey.flash.expect("known") };
    wire.outs.clear();
    let small = Survey { flash: Some(flash), ..survey };
    assert_eq!(Rock::new(&mut wire).reads(&small).expect("told"), Reads::Real);
    assert_eq!(wire.outs.len(), 0, "nothing is asked");
}

/// A loader that says what it can do and does not know blocks of the new layout would write something else.
#[test]
fn a_loader_that_tells_nothing_of_itself_is_not_called_too_old() {
    let (mut wire, _, survey) = ready("nanopi-r6s");
    let images = [(&noise(5000, 1)[..], !0), (&noise(9000, 2)[..], !0)];
    let bytes =
        rockusb::idb::Head::build(&images, 4, rockusb::idb::Algorithm::Sha256).expect("builds");
    let block = IdBlock { bytes, layout: chips::IdBlock::New };
    let mut rock = Rock::new(&mut wire);
    for (capability, fits) in [([0; 8], true), ([1, 0, 0, 0, 0, 0, 0, 0], false)] {
        let survey = Survey { capability: Capability(capability), ..survey };
        let result = rock.require_block(&survey, &block);
        assert_eq!(result.is_ok(), fits, "{capability:?}");
        if let Err(error) = result {
            assert!(matches!((error.step, &error.cause), (Step::Write, Cause::OldLoader)));
        }
    }
}

#[test]
fn what_will_be_read_back_is_known_beforehand() {
    for (name, check, sectors) in [
        ("nanopi-r6s", Check::ReadBack, 24),
        ("nanopi-r6s", Check::Best, 0),
        ("nanopc-t4", Check::Best, 24),
        ("nanopc-t4", Check::None, 0),
    ] {
        let (mut wire, _, survey) = ready(name);
        let mut rock = Rock::new(&mut wire);
        let mut writer = rock.writer(&survey, check);
        assert_eq!(writer.to_read_back(), 0);
        writer.write(8, &mut &noise(4096, 1)[..], &mut Silent).expect("written");
        writer.write(64, &mut &noise(16 * 512, 1)[..], &mut Silent).expect("written");
        assert_eq!(writer.to_read_back(), sectors, "{name} {check:?}");
    }
}

#[test]
fn states_have_names_for_people() {
    let names = [State::Maskrom, State::Usbplug, State::Loader].map(|state| state.to_string());
    assert_eq!(names, ["mask ROM", "usbplug", "loader"]);
}

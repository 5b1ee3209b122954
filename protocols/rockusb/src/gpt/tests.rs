use alloc::string::ToString;

use proptest::prelude::*;

use super::*;

fn partition(name: &str, first: u64, last: u64) -> Partition {
    let id = Guid::from_words(&[name]);
    Partition { name: name.into(), kind: Guid::LINUX, id, first, last, attributes: 0 }
}

fn table() -> Table {
    let boot = Partition { attributes: BOOTABLE, ..partition("boot", 0x8000, 0x3_ffff) };
    Table {
        disk: Guid::from_words(&["disk"]),
        partitions: vec![
            partition("uboot", 0x4000, 0x5fff),
            boot,
            partition("rootfs", 0x4_0000, 999_966),
        ],
    }
}

#[test]
fn guids_have_their_first_groups_turned_around() {
    assert_eq!(Guid::LINUX.to_string(), "0fc63daf-8483-4772-8e79-3d69d8477de4");
    assert_eq!("0FC63DAF-8483-4772-8E79-3D69D8477DE4".parse(), Ok(Guid::LINUX));
    for wrong in [
        "",
        "0FC63DAF",
        "0FC63DAF-8483-4772-8E79-3D69D8477DEX",
        "0fc63daf84834772-8e79-3d69-d847-7de4",
    ] {
        wrong.parse::<Guid>().expect_err(wrong);
    }
    assert_ne!(Guid::from_words(&["ab", "c"]), Guid::from_words(&["a", "bc"]));
}

#[test]
fn primary_and_backup_tell_the_same() {
    let total = 1_000_000;
    let (primary, backup) = table().build(total).expect("fits");
    assert_eq!(primary.len() as u64, PRIMARY_SECTORS * 512);
    assert_eq!(backup.len() as u64, BACKUP_SECTORS * 512);
    assert_eq!(Table::parse(Place::primary(&primary)), Ok(Some(table())));
    assert_eq!(Table::parse(Place::backup(&backup, total)), Ok(Some(table())));
    assert_eq!(primary[510..512], [0x55, 0xaa]);
    assert_eq!(primary[450], 0xee);
    assert_eq!(le64(&primary, 512 + 48), total - 34, "last usable sector");
}

#[test]
fn a_damaged_table_is_not_a_missing_one() {
    let (primary, _) = table().build(1_000_000).expect("fits");
    assert_eq!(Table::parse(Place::primary(&[0; 17408])), Ok(None));
    assert_eq!(Table::parse(Place::primary(&[])), Ok(None));
    for (at, what) in [(512 + 60, "header"), (1024 + 60, "entries")] {
        let mut damaged = primary.clone();
        damaged[at] ^= 1;
        let error = Table::parse(Place::primary(&damaged)).expect_err(what);
        assert!(error.to_string().contains(what), "{error}");
    }
}

#[test]
fn what_does_not_fit_is_refused() {
    let refused = |partitions, total, what: &str| {
        let error = Table { disk: Guid::default(), partitions }.build(total).expect_err(what);
        assert!(error.to_string().contains(what), "{error}");
    };
    refused(vec![], 60, "no room");
    refused(vec![partition("a", 33, 40)], 1000, "partition a");
    refused(vec![partition("a", 34, 967)], 1000, "partition a");
    refused(vec![partition("a", 50, 49)], 1000, "partition a");
    refused(vec![partition("a", 34, 50), partition("b", 50, 60)], 1000, "a and b overlap");
    refused(vec![partition("a name of more than thirty-six letters!", 34, 50)], 1000, "36");
    refused(vec![partition("a", 34, 50), partition("a", 34, 50)], 1000, "a and a overlap");
    refused((0..129).map(|at| partition("a", 100 + at, 100 + at)).collect(), 1000, "128");
    Table { disk: Guid::default(), partitions: vec![] }.build(68).expect("just room");
    table().build(1_000_000).expect("ends at the last usable sector");
    table().build(999_999).expect_err("one sector less");
}

/// Tables that are on media: each partition is judged alone.
#[test]
fn a_partition_that_must_not_be_written_is_told_from_its_neighbours() {
    let parts = [
        partition("front", 33, 40),
        partition("one", 34, 99),
        partition("two", 100, 200),
        partition("three", 200, 300),
        partition("good", 301, 966),
        partition("end", 967, 967),
        partition("past", 2000, 3000),
    ];
    let table = Table { disk: Guid::default(), partitions: parts.into() };
    let wrong: Vec<_> = table
        .partitions
        .iter()
        .filter_map(|part| table.check_place(part, 1000).err().map(|error| (&*part.name, error.0)))
        .collect();
    let names: Vec<_> = wrong.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, ["front", "one", "two", "three", "end", "past"]);
    assert!(wrong[1].1.contains("one and front overlap"), "{wrong:?}");
    assert!(wrong[3].1.contains("three and two overlap"), "{wrong:?}");
    assert!(wrong[4].1.contains("between the sectors 34 and 966"), "{wrong:?}");
}

#[test]
fn partitions_are_found_by_name_and_by_place() {
    let table = table();
    assert_eq!(table.find("boot").map(|part| part.first), Ok(0x8000));
    assert_eq!(table.find("BOOT").map(Partition::sectors), Ok(0x3_8000));
    assert_eq!(table.find("boo"), Err(vec![]));
    let twins = Table {
        disk: Guid::default(),
        partitions: vec![partition("a", 50, 50), partition("A", 60, 60)],
    };
    assert_eq!(twins.find("A").map(|part| part.first), Ok(60), "exactly so");
    let like = Table {
        disk: Guid::default(),
        partitions: vec![partition("Aa", 50, 50), partition("aA", 60, 60)],
    };
    let firsts = |name: &str, table: &Table| {
        let found = table.find(name).expect_err("nobody knows which");
        found.iter().map(|part| part.first).collect::<Vec<_>>()
    };
    assert_eq!(firsts("aa", &like), [50, 60]);
    let same = Table {
        disk: Guid::default(),
        partitions: vec![
            partition("boot", 50, 50),
            partition("x", 51, 51),
            partition("boot", 60, 60),
        ],
    };
    assert_eq!(firsts("boot", &same), [50, 60]);
    assert_eq!(firsts("BOOT", &same), [50, 60]);
    let touched: Vec<_> = table.touched(0x5fff, 0x2002).map(|part| part.name.as_str()).collect();
    assert_eq!(touched, ["uboot", "boot"]);
    assert_eq!(table.touched(0x6000, 0x2000).count(), 0);
}

proptest! {
    #[test]
    fn no_bytes_make_the_reader_panic(length in 0usize..20_000, changes in proptest::collection::vec((500usize..1500, any::<u8>()), 0..20), total: u64, mend: bool) {
        let (mut bytes, _) = table().build(1_000_000).expect("fits");
        for (at, value) in changes {
            bytes[at] = value;
        }
        if mend {
            put(&mut bytes, 512 + 16, &[0; 4]);
            let sum = sums::crc32_gpt(&bytes[512..512 + HEADER]);
            put(&mut bytes, 512 + 16, &sum.to_le_bytes());
        }
        bytes.truncate(length);
        let _ = Table::parse(Place::primary(&bytes));
        let _ = Table::parse(Place::backup(&bytes, total));
    }
}

//! Boards that want a password.

use amlogic::optimus::{
    host::{Boot, Cause, Error, Image, Optimus, Way, boot::boot},
    rom::{PROFILES, Traits},
    wire::{Lock, Modify, Request, Stage},
};
use link::Silent;

use crate::{
    board::{board, plain, uboot},
    boot::{is_up, start},
    wire::{Said, Wire},
};

const WORD: &[u8] = b"sixteen \xff\x80 bytes.";

fn locked(name: &str) -> Wire {
    let traits = Traits { password: Some(WORD.to_vec()), ..Traits::default() };
    board(name, traits, Stage::Rom).0
}

#[test]
fn a_locked_board_says_so_before_anything_is_sent() {
    for profile in &PROFILES {
        let mut wire = locked(profile.name);
        let error = start(profile, &mut wire, &uboot(profile)).expect_err("locked");
        assert!(matches!(error.cause, Cause::Locked), "{error}");
        assert!(error.to_string().contains("unlocks"), "{error}");
        assert_eq!(wire.said.len(), 1, "IDENTIFY");
        let mut soc = Optimus::new(&mut wire);
        let error = soc.read(0, 4, Way::Best, &mut Vec::new(), &mut Silent).expect_err("locked");
        assert!(matches!(error.cause, Cause::Locked), "{error}");
        assert!(matches!(soc.chip_id().expect_err("locked").cause, Cause::Locked));
        assert_eq!(wire.said.len(), 2, "IDENTIFY once more");
    }
}

/// Whatever touches memory, or runs what is there, asks first whether it may.
#[test]
fn a_locked_board_is_not_sent_what_it_would_refuse() {
    let modify = Modify::Set { address: 0xd900_0000, data: 1 };
    type Work<'w> = &'w dyn Fn(&mut Optimus<'_>) -> Result<(), Error>;
    let works: [Work<'_>; 5] = [
        &|soc| soc.fill(&[(0xd900_0000, 1)]),
        &|soc| soc.modify(modify),
        &|soc| soc.run(0xd900_0000),
        &|soc| soc.write(0xd900_0000, &mut &[1_u8][..], Way::Control, &mut Silent),
        &|soc| soc.read(0xd900_0000, 1, Way::Control, &mut Vec::new(), &mut Silent),
    ];
    for work in works {
        let mut wire = locked("khadas-vim1");
        let error = work(&mut Optimus::new(&mut wire)).expect_err("locked");
        assert!(matches!(error.cause, Cause::Locked), "{error}");
        assert_eq!(wire.said.len(), 1, "IDENTIFY: {:?}", wire.said);
    }
}

#[test]
fn the_password_unlocks_it() {
    for profile in &PROFILES {
        let mut wire = locked(profile.name);
        let file = uboot(profile);
        let mut job = Boot {
            family: profile.family(),
            image: Image::Whole(&file),
            encrypted: false,
            password: Some(WORD),
            extras: &mut [],
        };
        boot(&mut Optimus::new(&mut wire), &mut job, &mut Silent).expect("unlocked");
        assert!(is_up(&mut wire), "{}", profile.name);
    }
}

#[test]
fn the_sum_of_the_bytes_goes_with_it() {
    let mut wire = locked("khadas-vim1");
    let identity = Optimus::new(&mut wire).unlock(WORD).expect("unlocked");
    assert_eq!(identity.lock, Lock::Unlocked);
    let sum = WORD.iter().fold(0_u16, |sum, byte| sum.wrapping_add(*byte as i8 as u16));
    let sent = wire.said.iter().any(|said| {
        matches!(said, Said::Control(setup, data)
        if *setup == Request::Password(sum).setup() && data == WORD)
    });
    assert!(sent);
    let again = Optimus::new(&mut wire).unlock(WORD).expect("already");
    assert_eq!(again.lock, Lock::Unlocked);
}

#[test]
fn a_wrong_password_is_tried_twice_and_told() {
    let mut wire = locked("khadas-vim1");
    let error = Optimus::new(&mut wire).unlock(b"guess").expect_err("wrong");
    assert!(matches!(error.cause, Cause::WrongPassword), "{error}");
    let tries = wire
        .said
        .iter()
        .filter(|said| matches!(said, Said::Control(setup, _) if setup.request == 0x35));
    assert_eq!(tries.count(), 2);
    assert!(wire.paused.as_secs() >= 5, "it has its time");
    let unlocked = Optimus::new(&mut wire).unlock(WORD).expect("unlocked");
    assert_eq!(unlocked.lock, Lock::Unlocked);
}

#[test]
fn passwords_that_make_no_sense() {
    let mut wire = locked("khadas-vim1");
    for length in [0, 65] {
        let error = Optimus::new(&mut wire).unlock(&vec![1; length]).expect_err("length");
        assert!(matches!(error.cause, Cause::PasswordLength(_)), "{error}");
    }
    assert!(wire.said.is_empty());
    for stage in [Stage::Rom, Stage::Bl2, Stage::Uboot] {
        let mut wire = plain("khadas-vim1", stage);
        let error = Optimus::new(&mut wire).unlock(WORD).expect_err("not asked for");
        assert!(matches!(error.cause, Cause::NoPasswords), "{stage}: {error}");
    }
}

/// The lock is back after a reset.
#[test]
fn a_reset_locks_it_again() {
    let mut wire = locked("khadas-vim3");
    let profile = crate::board::named("khadas-vim3");
    Optimus::new(&mut wire).unlock(WORD).expect("unlocked");
    start(profile, &mut wire, &uboot(profile)).expect("started");
    assert!(is_up(&mut wire));
    Optimus::new(&mut wire).reset().expect("reset");
    wire.reconnect().expect("the mask ROM");
    let identity = Optimus::new(&mut wire).identify().expect("an answer");
    assert_eq!((identity.stage, identity.lock), (Stage::Rom, Lock::Locked));
}

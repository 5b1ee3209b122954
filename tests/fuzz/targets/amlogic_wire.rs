//! Every answer and every command of Amlogic's two protocols. What was read is written as what was read, where all of it
//! has a meaning.
#![no_main]

use amlogic::{adnl::wire as adnl, optimus::wire as optimus};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    of_optimus(bytes);
    of_adnl(bytes);
});

fn of_optimus(bytes: &[u8]) {
    let _ = optimus::Reply::from_bytes(bytes);
    let _ = optimus::Identity::from_bytes(bytes);
    let _ = optimus::ChipPage::from_bytes(bytes);
    let _ = optimus::MediaAck::from_bytes(bytes);
    let _ = optimus::Params::from_bytes(bytes);
    let _ = optimus::Amls::from_bytes(bytes);
    let _ = optimus::Verdict::from_bytes(bytes);
    let _ = optimus::password_sum(bytes);
    let _ = optimus::addsum(bytes);
    if let [low, high, rest @ ..] = bytes {
        let _ = optimus::Modify::from_bytes(u16::from_le_bytes([*low, *high]), rest);
    }
    if let Ok(request) = optimus::AmlcRequest::from_bytes(bytes) {
        assert_eq!(optimus::AmlcRequest::from_bytes(&request.to_bytes()), Ok(request));
    }
    if let Ok(large) = optimus::Large::from_bytes(bytes) {
        assert_eq!(optimus::Large::from_bytes(&large.to_bytes()), Ok(large));
    }
    if let Ok(head) = optimus::MediaHead::from_bytes(bytes) {
        assert_eq!(optimus::MediaHead::from_bytes(&head.to_bytes()), Ok(head));
    }
    if let Ok(head) = optimus::ReadHead::from_bytes(bytes) {
        assert_eq!(optimus::ReadHead::from_bytes(&head.to_bytes()), Ok(head));
    }
}

fn of_adnl(bytes: &[u8]) {
    let _ = adnl::Reply::from_bytes(bytes);
    let _ = adnl::ChipPage::from_bytes(bytes);
    let _ = adnl::Identify::from_bytes(bytes);
    if let Ok(request) = adnl::Request::from_bytes(bytes) {
        assert_eq!(adnl::Request::from_bytes(&request.to_bytes()), Ok(request));
    }
    if let Some(command) = adnl::Command::parse(bytes) {
        assert_eq!(adnl::Command::parse(&command.to_bytes()), Some(command));
    }
}

//! A line that damages what is sent over it. The protocol has no sums of its own, so nothing is said twice: what is promised is
//! that nothing is taken for good that is not, and that the conversation ends.

use std::time::Duration;

use link::noise::{Damage, Noise};

use crate::setup::{bytes, plugged, small, write};

fn struck(place: u64, damage: Damage, to_host: bool) {
    let (mut line, board) = plugged(small());
    let noise = Noise::at(place, damage);
    match to_host {
        true => line.wire.to_host = noise,
        false => line.wire.to_device = noise,
    }
    let image = bytes(1500);
    let done = write(&mut line, 0, &image);
    let what = format!("{damage:?} at {place}, to host: {to_host}: {done:?}");
    let there = board.flash().starts_with(&image);
    match done {
        Ok(good) => assert!(!good || there, "{what}"),
        Err(_) => assert!(line.wire.now() < Duration::from_secs(1300), "{what}"),
    }
}

#[test]
fn a_byte_is_lost_doubled_or_flipped_anywhere() {
    // All of a conversation has some 2600 bytes to the board and 150 to the host.
    for damage in [Damage::Lost, Damage::Doubled, Damage::Flipped(0x10)] {
        (0..300).for_each(|place| struck(place, damage, false));
        (300..2700).step_by(61).for_each(|place| struck(place, damage, false));
        (0..200).for_each(|place| struck(place, damage, true));
    }
}

//! Images for storage: every compression, sparse images, bmaps.
#![no_main]

use std::io::Cursor;

use racklet_flash::{
    failure::Problem,
    image::{Bmap, Image, Options},
};

/// What a small file may grow to before it is somebody's joke.
const MOST: u64 = 16 << 20;

fn stream(bytes: &[u8], zeros_are_holes: bool) -> Result<(), Problem> {
    let options = Options { zeros_are_holes, window: 1 << 20, ..Options::default() };
    let mut pieces = Image::from_reader(Cursor::new(bytes.to_vec()), &options)?.pieces()?;
    let mut at = 0;
    while let Some(piece) = pieces.next()? {
        assert_eq!(piece.offset, at);
        at += piece.content.length();
        if at > MOST {
            break;
        }
    }
    Ok(())
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    for zeros_are_holes in [false, true] {
        match stream(bytes, zeros_are_holes) {
            Ok(()) | Err(Problem::BadInput(_)) => {}
            Err(Problem::Advised(inner, _)) if matches!(*inner, Problem::BadInput(_)) => {}
            Err(other) => panic!("{other:?}"),
        }
    }
    let _ = Bmap::parse(bytes);
});

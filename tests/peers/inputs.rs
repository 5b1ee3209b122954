//! Files that sessions were recorded with: `# input: NAME = KIND …` in a session's head.
//!
//! * `counting N`: the bytes 0 to 255, over and over, N in all
//! * `bytes HEX`
//! * `uboot SPL BODY DTNAME`: an image of an SPL and a U-Boot, so long (see `tool::image`)
//!
//! `cargo test --test peers -- --ignored inputs` writes those of all sessions to the target folder's `tmp`.

use crate::tool::{self, Folder};

/// Makes the file that the rest of an `# input:` line describes; its name and its path.
pub(crate) fn make(folder: &Folder, line: &str) -> Result<(String, String), String> {
    let (name, kind) =
        line.split_once('=').ok_or_else(|| format!("`{line}` is not NAME = KIND"))?;
    let bytes = content(kind.trim()).ok_or_else(|| format!("no file is `{kind}`"))?;
    let name = name.trim();
    Ok((name.to_owned(), folder.file(name, &bytes)))
}

/// The bytes of a file.
fn content(kind: &str) -> Option<Vec<u8>> {
    let words: Vec<_> = kind.split_whitespace().collect();
    match words[..] {
        ["counting", length] => Some((0..number(length)?).map(|index| index as u8).collect()),
        ["bytes", hex] => {
            let digits: Option<Vec<_>> = hex.chars().map(|digit| digit.to_digit(16)).collect();
            Some(
                digits?
                    .chunks(2)
                    .map(|pair| pair.iter().fold(0, |byte, digit| byte << 4 | *digit as u8))
                    .collect(),
            )
        }
        ["uboot", spl, body, dt_name] => {
            Some(tool::image(number(spl)?, number(body)?, Some(dt_name)))
        }
        _ => None,
    }
}

fn number(text: &str) -> Option<usize> {
    racklet_flash::number::parse(text).ok().and_then(|value| value.try_into().ok())
}

#[test]
fn content_is_what_it_is_called() {
    assert_eq!(
        content("counting 0x102").map(|bytes| bytes[0xff..].to_vec()),
        Some(vec![255, 0, 1])
    );
    assert_eq!(content("bytes 00ff1a"), Some(vec![0, 0xff, 0x1a]));
    assert_eq!(content("uboot 0x6000 20000 x").map(|bytes| bytes.len()), Some(0x8000 + 64 + 20000));
    assert_eq!((content("bytes xy"), content("counting")), (None, None));
}

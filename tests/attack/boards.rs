//! Boards that answer nonsense: recorded conversations with damaged answers.

use std::fs;

use rockusb::gpt::{Guid, Partition, Table};

use crate::{
    random::{Random, attack},
    rules::keeps_the_rules,
    tool::{Folder, run, text},
};

const CASES: usize = 100;

/// Commands that listen to what a board says.
const COMMANDS: [&str; 14] = [
    "fel identify --virtual xunlong/orangepi-pc",
    "fel sid --virtual xunlong/orangepi-pc",
    "fel memory hexdump 0 64 --virtual xunlong/orangepi-pc",
    "fel identify --virtual mangopi/mq-quad",
    "rk identify --virtual radxa/rock-5b:mode=usbplug",
    "rk storage --virtual radxa/rock-5b:mode=usbplug",
    "rk partition list --virtual radxa/rock-5b:mode=usbplug,storage={disk}",
    "rk disk read 0 64 {out} --yes --virtual radxa/rock-5b:mode=usbplug",
    "rk disk verify 0 {same} --virtual radxa/rock-5b:mode=usbplug,storage={disk}",
    "aml identify --virtual khadas/vim1",
    "aml identify --virtual generic/s905x4-box",
    "aml disk read 0 64 {out} --yes --virtual khadas/vim1:mode=uboot",
    "aml disk read 0 64 {out} --yes --virtual generic/s905x4-box:mode=uboot",
    "rk disk write 64 {small} --yes --virtual radxa/rock-5b:mode=usbplug",
];

#[test]
fn boards_that_answer_nonsense() {
    let folder = Folder::new();
    let sessions: Vec<_> = COMMANDS.iter().map(|command| record(&folder, command)).collect();
    attack(|random| {
        for _ in 0..CASES {
            let (words, session) = random.one_of(&sessions);
            one(&folder, words, session, random);
        }
    });
}

/// A command without its board, and its conversation.
fn record(folder: &Folder, command: &str) -> (String, String) {
    let disk = folder.path("disk");
    if !disk.exists() {
        fs::write(&disk, with_a_table(crate::inputs::disk(4 << 20))).expect("written");
        fs::copy(&disk, folder.path("same")).expect("copied");
        fs::write(folder.path("small"), crate::tool::noise(4096, 3)).expect("written");
    }
    let mut command = command.to_owned();
    for name in ["disk", "same", "out", "small"] {
        command = command.replace(&format!("{{{name}}}"), &text(&folder.path(name)));
    }
    let session = folder.path("session");
    let _ = fs::remove_file(&session);
    run(&format!("{command} --record {}", text(&session))).good();
    let words = command.split(" --virtual ").next().expect("a first part").to_owned();
    (words, fs::read_to_string(&session).expect("a recording is text"))
}

/// A disk with a GPT of one partition.
fn with_a_table(mut disk: Vec<u8>) -> Vec<u8> {
    let partition = Partition {
        name: "boot".into(),
        kind: Guid([1; 16]),
        id: Guid([2; 16]),
        first: 2048,
        last: 4095,
        attributes: 0,
    };
    let table = Table { disk: Guid([3; 16]), partitions: vec![partition] };
    let (primary, backup) = table.build(disk.len() as u64 / 512).expect("one partition");
    let end = disk.len() - backup.len();
    disk[..primary.len()].copy_from_slice(&primary);
    disk[end..].copy_from_slice(&backup);
    disk
}

fn one(folder: &Folder, words: &str, session: &str, random: &mut Random) {
    let file = folder.file("session", damage(session, random).as_bytes());
    let words = format!("{words} --replay {file}");
    let mut arguments: Vec<String> = words.split(' ').map(str::to_owned).collect();
    if random.once_in(2) {
        arguments.push("--json".into());
    }
    keeps_the_rules(&arguments);
}

/// The conversation with a few of its answers changed.
fn damage(session: &str, random: &mut Random) -> String {
    let mut lines: Vec<String> = session.lines().map(str::to_owned).collect();
    let answers: Vec<usize> =
        (0..lines.len()).filter(|index| lines[*index].contains("< ")).collect();
    for _ in 0..=random.below(3) {
        let line = &mut lines[*random.one_of(&answers)];
        let Some((head, hex)) = line.split_once("< ") else { continue };
        let bytes: Vec<u8> = digits(hex);
        let bytes = if random.once_in(2) {
            text_of_a_terminal(&bytes, random)
        } else {
            random.damage(&bytes)
        };
        // No answer is longer than what was asked for.
        let hex: String =
            bytes.iter().take(hex.len() / 2).map(|byte| format!("{byte:02x}")).collect();
        *line = format!("{head}< {hex}");
    }
    lines.join("\n") + "\n"
}

fn digits(hex: &str) -> Vec<u8> {
    let pair = |at| u8::from_str_radix(&hex[at..at + 2], 16).ok();
    (0..hex.len() / 2).filter_map(|index| pair(2 * index)).collect()
}

/// Characters that do something to a terminal, instead of the answer's own.
fn text_of_a_terminal(bytes: &[u8], random: &mut Random) -> Vec<u8> {
    const PARTS: [&str; 6] = ["\x1b[2J", "\r", "\u{9b}31m", "\u{202e}", "\x07", "\u{2066}"];
    let mut bytes = bytes.to_vec();
    let part = random.one_of(&PARTS).as_bytes();
    let at = random.below(bytes.len());
    for (to, from) in bytes[at..].iter_mut().zip(part) {
        *to = *from;
    }
    bytes
}

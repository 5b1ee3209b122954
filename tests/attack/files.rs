//! Damaged files, to every command that takes them.

use crate::{
    inputs,
    random::{Random, attack},
    rules::keeps_the_rules,
    tool::{Folder, text},
};

const CASES: usize = 120;

#[test]
fn damaged_files() {
    let inputs = inputs::all();
    attack(|random| {
        let folder = Folder::new();
        for _ in 0..CASES {
            one(&folder, &inputs, random);
        }
    });
}

fn one(folder: &Folder, inputs: &[inputs::Input], random: &mut Random) {
    let input = random.one_of(inputs);
    let bytes = random.damage(&input.bytes);
    let file = folder.file(input.name, &bytes);
    let words = random.one_of(&input.commands).replace("{}", &file);
    let mut arguments: Vec<String> = words.split(' ').map(str::to_owned).collect();
    if random.once_in(2) {
        arguments.push("--json".into());
    }
    keeps_the_rules(&arguments);
    // The rules hold without exception, so that what a run left behind tells of the next one only.
    let _ = std::fs::remove_file(text(&folder.path(input.name)));
}

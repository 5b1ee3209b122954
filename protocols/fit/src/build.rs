//! Small FITs, for tests and for files that a simulated board makes up.

use alloc::{string::String, vec::Vec};

use crc::{CRC_32_ISO_HDLC, Crc};
use dtoolkit::model::{DeviceTree, DeviceTreeNode, DeviceTreeProperty};

const CRC32: Crc<u32> = Crc::<u32>::new(&CRC_32_ISO_HDLC);

/// A FIT of one image, U-Boot, with a CRC-32: `arch` is the FIT's word for the architecture, `load` is where U-Boot goes and
/// starts.
pub fn uboot(arch: &str, load: u64, data: &[u8]) -> Vec<u8> {
    let mut tree = DeviceTree::new();
    let mut image = node("uboot");
    for (name, text) in [("os", "u-boot"), ("arch", arch), ("compression", "none")] {
        set(&mut image, name, &terminated(text));
    }
    set(&mut image, "load", &load.to_be_bytes());
    set(&mut image, "entry", &load.to_be_bytes());
    set(&mut image, "data", data);
    let mut hash = node("hash-1");
    set(&mut hash, "algo", &terminated("crc32"));
    set(&mut hash, "value", &CRC32.checksum(data).to_be_bytes());
    image.add_child(hash);
    let mut images = node("images");
    images.add_child(image);
    tree.root.add_child(images);
    tree.root.add_child(configurations());
    tree.to_dtb()
}

/// The same, `length` bytes long: data of `fill`, which also follows the tree where its length is no multiple of 4. A
/// `length` below the shortest FIT's gives that one.
pub fn uboot_of_length(
    arch: &str,
    load: u64,
    length: usize,
    fill: impl Fn(usize) -> Vec<u8>,
) -> Vec<u8> {
    let least = uboot(arch, load, &[]).len();
    let mut file = uboot(arch, load, &fill((length.saturating_sub(least) / 4 * 4).max(4)));
    file.extend(fill(length.saturating_sub(file.len())));
    file
}

fn configurations() -> DeviceTreeNode {
    let mut folder = node("configurations");
    set(&mut folder, "default", &terminated("conf-1"));
    let mut one = node("conf-1");
    set(&mut one, "description", &terminated("made up"));
    set(&mut one, "firmware", &terminated("uboot"));
    folder.add_child(one);
    folder
}

fn terminated(text: &str) -> Vec<u8> {
    let mut text = String::from(text);
    text.push('\0');
    text.into_bytes()
}

fn node(name: &str) -> DeviceTreeNode {
    DeviceTreeNode::new(name).expect("names here are valid")
}

fn set(node: &mut DeviceTreeNode, name: &str, value: &[u8]) {
    node.add_property(DeviceTreeProperty::new(name, value.to_vec()).expect("names here are valid"));
}

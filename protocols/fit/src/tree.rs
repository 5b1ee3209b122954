//! Properties of the tree's nodes.

use alloc::{borrow::ToOwned, vec::Vec};

use dtoolkit::{Node, Property, fdt::FdtNode};

use crate::FitError;

pub(crate) fn value<'a>(node: &FdtNode<'a>, name: &str) -> Option<&'a [u8]> {
    // The trait's own `value` is tied to the property, which is gone at the end of the line.
    node.properties().find(|property| property.name() == name)?.value_as::<&'a [u8]>().ok()
}

/// The strings of a property, without their NULs; what is not UTF-8 ends the list.
pub(crate) fn texts<'a>(node: &FdtNode<'a>, name: &str) -> Vec<&'a str> {
    let bytes = value(node, name).unwrap_or_default();
    bytes
        .split(|&byte| byte == 0)
        .map_while(|text| core::str::from_utf8(text).ok())
        .filter(|text| !text.is_empty())
        .collect()
}

pub(crate) fn text<'a>(node: &FdtNode<'a>, name: &str) -> Option<&'a str> {
    texts(node, name).first().copied()
}

/// A number of one or two cells.
pub(crate) fn number(node: &FdtNode<'_>, name: &str) -> Option<u64> {
    let bytes = value(node, name)?;
    let one = bytes.try_into().map(u32::from_be_bytes).map(u64::from);
    one.or_else(|_| bytes.try_into().map(u64::from_be_bytes)).ok()
}

pub(crate) fn missing(node: &str, what: &'static str) -> FitError {
    FitError::Missing { node: node.to_owned(), what }
}

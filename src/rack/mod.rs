//! A rack: many boards that are provisioned from one manifest.

pub mod manifest;

//! Every size at every limit, through U-Boot's parser.

use fastboot::sparse::{Error, Holes, Piece, Pieces, Plan, Run};

use crate::{
    image::{Image, PAGE},
    uboot::{Page, UBoot, assert_holds, runs_of},
};

const LIMITS: [u32; 5] = [64 << 10, 1 << 20, 32 << 20, 112 << 20, 256 << 20];
const GIB: u64 = 1 << 30;

fn whole_pages(length: u64) -> u64 {
    length.next_multiple_of(PAGE as u64)
}

fn cut<'i>(
    runs: impl Iterator<Item = Run<Vec<u8>>> + 'i,
    plan: Plan,
) -> impl Iterator<Item = Result<Piece, Error>> + 'i {
    Pieces::new(runs, plan).expect("a plan")
}

/// A raw download is written with what the buffer holds after its end: up to there the last page is the image's.
#[track_caller]
fn holds_what_fits(image: &Image, plan: Plan) {
    let room = image.length.next_multiple_of(512);
    let mut uboot = UBoot::new(room, plan.limit);
    assert_eq!(uboot.write(cut(image.all(), plan)), 1);
    let mut should = vec![0; PAGE];
    uboot.pages(|pages, page| {
        for index in pages {
            let offset = index * PAGE as u64;
            image.fill(offset, &mut should);
            let length = (image.length - offset).min(PAGE as u64) as usize;
            let good = match &page {
                Page::Bytes(is) => is[..length] == should[..length],
                page => page.is(&should),
            };
            assert!(good, "byte {offset} of {}", image.length);
        }
    });
}

#[test]
#[ignore = "needs U-Boot's source"]
fn what_fits_is_written_as_it_is() {
    for limit in LIMITS {
        for length in
            [1, 4095, 4096, 4097, u64::from(limit) - 4096, u64::from(limit) - 1, limit.into()]
        {
            let image = Image::full(length);
            holds_what_fits(&image, Plan::new(limit, Some(length)));
            if limit < 32 << 20 {
                holds_what_fits(&image, Plan::new(limit, None));
            }
        }
        let Err(Error::Empty) = Pieces::new(Image::full(0).all(), Plan::new(limit, Some(0))) else {
            panic!("nothing was cut")
        };
    }
}

#[test]
#[ignore = "needs U-Boot's source"]
fn what_is_longer_is_written_in_pieces() {
    for limit in LIMITS {
        for length in [u64::from(limit) + 1, u64::from(limit) + 4096, u64::from(limit) * 5 / 2 + 77]
        {
            if length > GIB / 2 {
                continue;
            }
            let image = Image::full(length);
            let mut uboot = UBoot::new(whole_pages(length), limit);
            let pieces = uboot.write(cut(image.all(), Plan::new(limit, Some(length))));
            assert_eq!(pieces, length.div_ceil(u64::from(limit) - 4096), "{length} at {limit}");
            uboot.holds(&image);
        }
    }
}

/// In memory: one piece and one run.
#[test]
#[ignore = "needs U-Boot's source"]
fn gibibytes_are_written() {
    for limit in LIMITS {
        for length in [4 * GIB - 1, 4 * GIB, 4 * GIB + 1, 5 * GIB] {
            let image = Image::spots(length);
            // The zeros of a file, or nothing in their place; a length that is told, or not: all are zeros in the end.
            let told = (limit != 1 << 20).then_some(length);
            let plan = Plan::new(limit, told);
            let mut uboot = UBoot::new(whole_pages(length), limit);
            match limit == 32 << 20 {
                true => uboot.write(cut(image.all(), plan)),
                false => uboot.write(cut(image.data(), plan)),
            };
            uboot.holds(&image);
        }
    }
}

/// What Debian's tool loses: data all over more than 4 GiB.
#[test]
#[ignore = "needs U-Boot's source"]
fn data_all_over_more_than_four_gibibytes_are_written() {
    let image = Image::steps(4 * GIB + GIB / 4 + 4096);
    let mut uboot = UBoot::new(whole_pages(image.length), 256 << 20);
    let pieces = uboot.write(cut(image.all(), Plan::new(256 << 20, Some(image.length))));
    assert_eq!(pieces, 18, "each writes 256 MiB");
    uboot.holds(&image);
}

#[test]
#[ignore = "needs U-Boot's source"]
fn holes_that_may_stay_do_stay() {
    let length = 5 * GIB;
    let image = Image::spots(length);
    for (limit, told) in [(64 << 10, Some(length)), (1 << 20, None)] {
        let mut uboot = UBoot::new(length, limit);
        uboot.write(cut(image.data(), Plan { holes: Holes::Keep, ..Plan::new(limit, told) }));
        uboot.pages(|pages, page| {
            let bytes = pages.start * PAGE as u64..pages.end * PAGE as u64;
            match page {
                Page::Untouched => assert!(!image.has(bytes.clone()), "{bytes:?}"),
                page => {
                    assert!(image.has(bytes.clone()), "{bytes:?}");
                    assert_holds(&image, pages, &page);
                }
            }
        });
    }
}

/// A partition that ends with the image, and is of no whole 4096 bytes.
#[test]
#[ignore = "needs U-Boot's source"]
fn blocks_may_be_as_small_as_sectors() {
    let image = Image::full(300 * 512);
    let plan = Plan { block: 512, ..Plan::new(65536, Some(image.length)) };
    let mut uboot = UBoot::new(image.length, plan.limit);
    assert_eq!(uboot.write(cut(image.all(), plan)), 3);
    uboot.pages(|pages, page| {
        let mut should = vec![0; PAGE];
        image.fill(pages.start * PAGE as u64, &mut should);
        // Of the last page, four sectors.
        let end = if pages.start == 37 { 2048 } else { PAGE };
        let Page::Bytes(is) = page else { panic!("pages {pages:?}") };
        assert!(is[..end] == should[..end], "pages {pages:?}");
    });
}

/// Sparse inputs with every kind of chunk, also those that U-Boot itself stumbles over.
#[test]
#[ignore = "needs U-Boot's source"]
fn sparse_inputs_of_every_kind_are_written() {
    for extra in [0, 4, 16] {
        let (file, image) = crate::android::every_kind(extra);
        for limit in [64 << 10, 1 << 20] {
            let mut uboot = UBoot::new(image.len() as u64, limit);
            uboot.write(cut(runs_of(&file), Plan::new(limit, Some(image.len() as u64))));
            uboot.pages(|pages, page| {
                for index in pages {
                    let at = index as usize * PAGE;
                    assert!(page.is(&image[at..at + PAGE]), "page {index}");
                }
            });
        }
        // The file itself is nothing for U-Boot.
        let said = UBoot::new(image.len() as u64, 2 << 20).flash(&file);
        assert!(said.starts_with("FAIL"), "{said}");
    }
}

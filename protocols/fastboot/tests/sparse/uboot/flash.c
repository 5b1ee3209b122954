/*
 * `flash` of U-Boot's fastboot, as fb_mmc.c calls image-sparse.c, over storage of this program's own. Every page of it holds what
 * was written, or nothing; the download buffer keeps what it held.
 *
 * Arguments: sectors of the storage, bytes of the buffer. Reads from stdin: `F`, a 32-bit length and a download, answered with a
 * 32-bit length and the text of the reply; or `D`, answered with all pages: what they are, a 32-bit count of those that are alike,
 * and what is in them: `U` untouched, `W` and the word that they repeat, `B` and the bytes of one, `P` partly written.
 */
#include <image-sparse.h>

#define SECTOR 512
#define PAGE 4096

struct page {
	uint8_t *bytes;
	uint32_t word;
	uint8_t sectors; /* a bit for each that was written */
};

static struct page *pages;
static u64 sectors;
static char reply[65];

static void say(const char *word, const char *text)
{
	snprintf(reply, sizeof(reply) - 1, "%s%s", word, text);
}

static void fail(const char *text, char *ignored)
{
	say("FAIL", text);
}

static uint32_t *spread(uint8_t *bytes, uint32_t word)
{
	for (int i = 0; i < PAGE / 4; i++)
		((uint32_t *)bytes)[i] = word;
	return (uint32_t *)bytes;
}

static void put(u64 sector, const uint8_t *data)
{
	struct page *page = &pages[sector / 8];
	unsigned int at = sector % 8;
	uint32_t word;

	memcpy(&word, data, 4);
	int same = !memcmp(data, data + 4, SECTOR - 4);
	if (!page->bytes && same && (!page->sectors || page->word == word)) {
		page->word = word;
	} else {
		if (!page->bytes)
			page->bytes = (uint8_t *)spread(malloc(PAGE), page->word);
		memcpy(page->bytes + at * SECTOR, data, SECTOR);
	}
	page->sectors |= 1 << at;
}

/* A whole page of one word; 0: it is none. */
static int put_same(u64 sector, const uint8_t *data)
{
	struct page *page = &pages[sector / 8];

	if (memcmp(data, data + 4, PAGE - 4))
		return 0;
	free(page->bytes);
	page->bytes = NULL;
	memcpy(&page->word, data, 4);
	page->sectors = 0xff;
	return 1;
}

static lbaint_t write_blocks(struct sparse_storage *info, lbaint_t blk, lbaint_t count, const void *data)
{
	if (blk + count > sectors)
		return 0;
	for (lbaint_t i = 0; i < count;) {
		const uint8_t *from = (const uint8_t *)data + i * SECTOR;

		if ((blk + i) % 8 == 0 && count - i >= 8 && put_same(blk + i, from)) {
			i += 8;
		} else {
			put(blk + i, from);
			i++;
		}
	}
	return count;
}

static lbaint_t reserve_blocks(struct sparse_storage *info, lbaint_t blk, lbaint_t count)
{
	return count;
}

/* write_raw_image() of fb_mmc.c: whole blocks, whatever is in the buffer after the download. */
static void raw(void *buffer, uint32_t length)
{
	lbaint_t count = (length + SECTOR - 1) / SECTOR;

	if (count > sectors)
		return fail("too large for partition", NULL);
	write_blocks(NULL, 0, count, buffer);
	say("OKAY", "");
}

static void flash(void *buffer, uint32_t length)
{
	struct sparse_storage sparse = {
		.blksz = SECTOR, .start = 0, .size = sectors,
		.write = write_blocks, .reserve = reserve_blocks, .mssg = fail,
	};

	say("", "");
	if (!is_sparse_image(buffer))
		raw(buffer, length);
	else if (!write_sparse_image(&sparse, "part", buffer, reply))
		say("OKAY", "");
}

static void must_read(void *into, size_t length)
{
	if (fread(into, 1, length, stdin) != length)
		exit(1);
}

static char tag(u64 i)
{
	uint8_t whole = sectors - i * 8 < 8 ? (1 << (sectors - i * 8)) - 1 : 0xff;

	if (!pages[i].sectors)
		return 'U';
	if (pages[i].sectors != whole)
		return 'P';
	return pages[i].bytes ? 'B' : 'W';
}

static void dump(void)
{
	u64 end = (sectors + 7) / 8;

	for (u64 i = 0; i < end;) {
		struct page *first = &pages[i];
		uint32_t count = 1;
		char is = tag(i);

		while (is != 'B' && i + count < end && tag(i + count) == is &&
		       (is != 'W' || pages[i + count].word == first->word))
			count++;
		putchar(is);
		fwrite(&count, 4, 1, stdout);
		if (is == 'W')
			fwrite(&first->word, 4, 1, stdout);
		if (is == 'B')
			fwrite(first->bytes, PAGE, 1, stdout);
		i += count;
	}
}

int main(int count, char **arguments)
{
	sectors = strtoull(arguments[1], NULL, 10);
	size_t room = strtoull(arguments[2], NULL, 10);
	/* What is behind the buffer is read where a piece is malformed. */
	uint8_t *buffer = malloc(room + (1 << 20));

	memset(buffer, 0x5a, room + (1 << 20));
	pages = calloc((sectors + 7) / 8, sizeof(*pages));
	for (int word = getchar(); word == 'F'; word = getchar()) {
		uint32_t length;

		must_read(&length, 4);
		if (length > room)
			exit(2);
		must_read(buffer, length);
		flash(buffer, length);
		length = strlen(reply);
		fwrite(&length, 4, 1, stdout);
		fwrite(reply, 1, length, stdout);
		fflush(stdout);
	}
	dump();
	return 0;
}

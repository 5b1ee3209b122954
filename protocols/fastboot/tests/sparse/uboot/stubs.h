/* What U-Boot's image-sparse.c needs of U-Boot, on a computer. Included before everything else. */
#include <endian.h>
#include <malloc.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef uint32_t __le32;
typedef uint16_t __le16;
typedef uint64_t u64;
/* CONFIG_SYS_64BIT_LBA, as on 64-bit boards. */
typedef uint64_t lbaint_t;

/* As drivers/fastboot and lib/Kconfig have it. */
#define CONFIG_IMAGE_SPARSE_FILLBUF_SIZE 0x80000
#define CONFIG_IS_ENABLED(option) 0
#define ARCH_DMA_MINALIGN 64
#define LBAFU "%lu"
#define IS_ERR_VALUE(value) ((unsigned long)(value) >= (unsigned long)-4095)
#define ENOMEM 12
#define DIV_ROUND_UP_ULL(value, by) (((u64)(value) + (by)-1) / (by))
#define min(a, b) ((a) < (b) ? (a) : (b))
#define le32_to_cpu(value) le32toh(value)
#define le16_to_cpu(value) le16toh(value)
#define debug(...) ((void)0)
/* Its console is nobody's. */
#define printf(...) fprintf(stderr, __VA_ARGS__)
#define puts(text) fputs(text "\n", stderr)

static inline u64 div_u64_rem(u64 value, uint32_t by, unsigned int *rest)
{
	*rest = value % by;
	return value / by;
}

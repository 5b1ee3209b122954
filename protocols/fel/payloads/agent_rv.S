# The agent for the D1 (T-Head C906, machine mode): what agent.S does, with the same words and operations. See there.
#
# All of an operation's words are loaded without a sign: addresses are compared and accessed as they are. It uses no stack and
# none of the registers that called code has to keep: t0 and t6 are where its own routines return to.

        .option norelax
        .option arch, +m

        .equ    SCRIPT, 0               # address of the first operation
        .equ    TIMER, 4                # a register that counts down at 24 MHz
        .equ    FIFO, 8                 # registers of a storage controller: its FIFO,
        .equ    LEVEL, 12               # its status (bit 2 empty, bit 3 full, bits 30:17 words),
        .equ    EVENTS, 16              # what has happened,
        .equ    ERRORS, 20              # and which bits of that are errors
        .equ    WHEN_ZERO, 24           # words that are there where the level reads 0, and the FIFO is not empty
        .equ    BURST, 28               # words that an empty FIFO takes at once
        .equ    FAILED, 32              # 0, or why in bits 7:0 and the operation's index in the others
        .equ    VALUE, 36               # what the register had then
        .equ    RUNS, 40                # scripts that were begun
        .equ    SUM, 44                 # CRC-32 so far, its bits inverted
        .equ    COUNT, 48               # results
        .equ    RESULTS, 52
        .equ    MOST, 64                # the most results
        .equ    TABLE, RESULTS + 4 * MOST

        .equ    OPERATIONS, 15

        .equ    EXPIRED, 1
        .equ    WRONG, 2
        .equ    DAMAGED, 3
        .equ    UNKNOWN, 4

# a0 to a3: an operation's words. a7: the agent's words. t4: the next operation. t3: the number beside an operation's code.
# t1: when it began. t2: its limit in ticks.

        li      t0, 1 << 22             # mxstatus.THEADISAEE
        csrs    0x7c0, t0
        li      t0, 0x30013             # mcor: see readl_rv, whose first instructions these are
        csrw    0x7c2, t0
        .option arch, +c
        .option rvc
        la      a7, parameters
        lw      a0, FAILED(a7)
        bnez    a0, leave
        lw      a0, RUNS(a7)
        addi    a0, a0, 1
        sw      a0, RUNS(a7)
        sw      zero, COUNT(a7)
        lwu     t4, SCRIPT(a7)

next:   lwu     a0, 0(t4)
        lwu     a1, 4(t4)
        lwu     a2, 8(t4)
        lwu     a3, 12(t4)
        addi    t4, t4, 16
        andi    t5, a0, 0xff
        srli    t3, a0, 8
        li      a4, OPERATIONS
        bgeu    t5, a4, unknown
        la      a4, operations
        slli    t5, t5, 2
        add     a4, a4, t5
        jr      a4
        .option norvc
        .balign 4
operations:
        j       leave
        j       write
        j       read
        j       change
        j       poll
        j       await
        j       delay
        j       get
        j       put
        j       sum
        j       unpack
        j       repeat
        j       skip
        j       whilst
        j       step
        .org    operations + 4 * OPERATIONS
        .option rvc

# address, value
write:  sw      a2, 0(a1)
        fence
        j       next

# address
read:   lw      a2, COUNT(a7)
        li      a4, MOST
        bgeu    a2, a4, unknown
        lw      a0, 0(a1)
        slli    a3, a2, 2
        add     a3, a3, a7
        sw      a0, RESULTS(a3)
        addi    a2, a2, 1
        sw      a2, COUNT(a7)
        j       next

# address, bits to clear, bits to set
change: lw      a0, 0(a1)
        not     a2, a2
        and     a0, a0, a2
        or      a0, a0, a3
        sw      a0, 0(a1)
        fence
        j       next

# Until (register & mask) is a value, for as many milliseconds: address, mask, value
poll:   jal     t0, begin
1:      lwu     a0, 0(a1)
        and     a6, a0, a2
        beq     a6, a3, next
        jal     t0, elapsed
        bgeu    t2, t5, 1b
        j       late

# Until any of some bits is set, for as many milliseconds; others are errors: address, bits, errors
await:  jal     t0, begin
1:      lwu     a0, 0(a1)
        and     a6, a0, a3
        bnez    a6, wrong
        and     a6, a0, a2
        bnez    a6, next
        jal     t0, elapsed
        bgeu    t2, t5, 1b
        j       late

# microseconds
delay:  jal     t0, begin
        li      t2, 24
        mulw    t2, a1, t2
1:      jal     t0, elapsed
        bgeu    t2, t5, 1b
        j       next

# FIFO to memory, within as many milliseconds: address, words
get:    jal     t0, begin
        lwu     a4, FIFO(a7)
        lwu     a5, LEVEL(a7)
more:   beqz    a2, next
        lwu     a0, 0(a5)
        andi    a6, a0, 1 << 2
        bnez    a6, empty
        slli    a0, a0, 33
        srli    a0, a0, 50
        bnez    a0, 1f
        lwu     a0, WHEN_ZERO(a7)
1:      bgeu    a2, a0, 2f
        mv      a0, a2
2:      sub     a2, a2, a0
3:      lw      a3, 0(a4)
        sw      a3, 0(a1)
        addi    a1, a1, 4
        addi    a0, a0, -1
        bnez    a0, 3b
        j       more
empty:  jal     t6, stalled
        j       more

# Memory to FIFO, within as many milliseconds: address, words
put:    jal     t0, begin
        lwu     a4, FIFO(a7)
        lwu     a5, LEVEL(a7)
again:  beqz    a2, next
        lwu     a0, 0(a5)
        andi    a6, a0, 1 << 3
        bnez    a6, full
        andi    a6, a0, 1 << 2
        li      a0, 1
        beqz    a6, 1f
        lwu     a0, BURST(a7)
1:      bgeu    a2, a0, 2f
        mv      a0, a2
2:      sub     a2, a2, a0
3:      lw      a3, 0(a1)
        sw      a3, 0(a4)
        addi    a1, a1, 4
        addi    a0, a0, -1
        bnez    a0, 3b
        j       again
full:   jal     t6, stalled
        j       again

# CRC-32 of memory, which goes on from what is in SUM: address, words
sum:    addi    a4, a7, TABLE
        jal     t0, tabulate
        lwu     a3, SUM(a7)
1:      beqz    a2, 2f
        addi    a2, a2, -1
        lwu     a0, 0(a1)
        addi    a1, a1, 4
        xor     a3, a3, a0
        .rept   4
        andi    a0, a3, 0xff
        slli    a0, a0, 2
        add     a0, a0, a4
        lwu     a0, 0(a0)
        srli    a3, a3, 8
        xor     a3, a3, a0
        .endr
        j       1b
2:      sw      a3, SUM(a7)
        j       next

# One LZ4 block of so many unpacked bytes: address, bytes, where to
unpack: add     a2, a1, a2              # the end of what is packed
        add     t3, t3, a3              # the end of what is unpacked
        mv      t1, a3
sequence:
        bgeu    a1, a2, damaged
        lbu     a0, 0(a1)
        addi    a1, a1, 1
        srli    a4, a0, 4
        jal     t0, length
        sub     a5, a2, a1
        bltu    a5, a4, damaged
        sub     a5, t3, a3
        bltu    a5, a4, damaged
        beqz    a4, 2f
1:      lbu     a5, 0(a1)
        sb      a5, 0(a3)
        addi    a1, a1, 1
        addi    a3, a3, 1
        addi    a4, a4, -1
        bnez    a4, 1b
2:      sub     a5, a2, a1
        beqz    a5, unpacked
        li      a6, 2
        bltu    a5, a6, damaged
        lbu     t2, 0(a1)
        lbu     a6, 1(a1)
        addi    a1, a1, 2
        slli    a6, a6, 8
        or      t2, t2, a6
        beqz    t2, damaged
        sub     a6, a3, t1
        bltu    a6, t2, damaged
        andi    a4, a0, 15
        jal     t0, length
        addi    a4, a4, 4
        sub     a6, t3, a3
        bltu    a6, a4, damaged
        sub     a6, a3, t2
1:      lbu     a5, 0(a6)
        sb      a5, 0(a3)
        addi    a6, a6, 1
        addi    a3, a3, 1
        addi    a4, a4, -1
        bnez    a4, 1b
        j       sequence
unpacked:
        beq     a3, t3, next
        j       damaged

# Operations before this one, carried out so many times in all: operations, times, times
repeat: addi    a2, a2, -1
        bnez    a2, 1f
        sw      a3, -8(t4)
        j       next
1:      sw      a2, -8(t4)
        addi    a1, a1, 1
        slli    a1, a1, 4
        sub     t4, t4, a1
        j       next

# Data in the middle of a script: bytes
skip:   add     t4, t4, a1
        j       next

# So many operations before this one again while any of some bits is set: address, bits, how often at the most
whilst: lwu     a0, 0(a1)
        and     a6, a0, a2
        beqz    a6, next
        addi    a3, a3, -1
        beqz    a3, late
        sw      a3, -4(t4)
        addi    t3, t3, 1
        slli    t3, t3, 4
        sub     t4, t4, t3
        j       next

# Adds to a word of the script that is so many bytes before this operation's end: bytes, number
step:   sub     a4, t4, a1
        lw      a0, 0(a4)
        add     a0, a0, a2
        sw      a0, 0(a4)
        j       next

# The time now into t1, and t3 milliseconds in ticks into t2
begin:  lwu     a6, TIMER(a7)
        lw      t1, 0(a6)
        li      t2, 24000
        mulw    t2, t3, t2
        jr      t0

# Ticks since then into t5; both have the sign of 32 bits, which keeps their order
elapsed:
        lwu     t5, TIMER(a7)
        lw      t5, 0(t5)
        subw    t5, t1, t5
        jr      t0

# The FIFO is where it was: comes back unless the time is up, or an error has happened
stalled:
        lwu     a0, EVENTS(a7)
        lwu     a0, 0(a0)
        lwu     a3, ERRORS(a7)
        and     a3, a3, a0
        bnez    a3, wrong
        jal     t0, elapsed
        bltu    t2, t5, late
        jr      t6

# What a length goes on with where it is 15, into a4
length: li      a5, 15
        bne     a4, a5, 2f
1:      bgeu    a1, a2, damaged
        lbu     a5, 0(a1)
        addi    a1, a1, 1
        add     a4, a4, a5
        addi    a5, a5, -255
        beqz    a5, 1b
2:      jr      t0

# The table of CRC-32 at a4, where it is not there yet
tabulate:
        lw      a0, 4 * 255(a4)
        li      a3, 0x2d02ef8d          # its last word
        beq     a0, a3, 4f
        li      a3, 0xedb88320
        li      a5, 0
1:      mv      a0, a5
        li      a6, 8
2:      andi    t5, a0, 1
        srli    a0, a0, 1
        beqz    t5, 3f
        xor     a0, a0, a3
3:      addi    a6, a6, -1
        bnez    a6, 2b
        slli    t5, a5, 2
        add     t5, t5, a4
        sw      a0, 0(t5)
        addi    a5, a5, 1
        andi    t5, a5, 256
        beqz    t5, 1b
4:      jr      t0

late:   li      a1, EXPIRED
        j       fail
wrong:  li      a1, WRONG
        j       fail
damaged:
        li      a1, DAMAGED
        j       fail
unknown:
        li      a1, UNKNOWN
fail:   lwu     a2, SCRIPT(a7)
        sub     a2, t4, a2
        addi    a2, a2, -16
        slli    a2, a2, 4               # 16 bytes each, from bit 8 on
        or      a1, a1, a2
        sw      a1, FAILED(a7)
        sw      a0, VALUE(a7)
leave:  fence
        ret
        .balign 4
parameters:

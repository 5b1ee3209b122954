@ The agent: carries out a script of register accesses and of transfers between a FIFO and memory, then returns to the boot
@ ROM. payload.rs has the layout of its words, host/agent/script.rs what the operations are called on the host.
@
@ An operation is four words: its code in bits 7:0 and a number in the others, and three operands. The first failure ends the
@ script, and as long as it is not cleared no other one is begun.

        .include "cp15.inc"

        .equ    SCRIPT, 0               @ address of the first operation
        .equ    TIMER, 4                @ a register that counts down at 24 MHz
        .equ    FIFO, 8                 @ registers of a storage controller: its FIFO,
        .equ    LEVEL, 12               @ its status (bit 2 empty, bit 3 full, bits 30:17 words),
        .equ    EVENTS, 16              @ what has happened,
        .equ    ERRORS, 20              @ and which bits of that are errors
        .equ    WHEN_ZERO, 24           @ words that are there where the level reads 0, and the FIFO is not empty
        .equ    BURST, 28               @ words that an empty FIFO takes at once
        .equ    FAILED, 32              @ 0, or why in bits 7:0 and the operation's index in the others
        .equ    VALUE, 36               @ what the register had then
        .equ    RUNS, 40                @ scripts that were begun
        .equ    SUM, 44                 @ CRC-32 so far, its bits inverted
        .equ    COUNT, 48               @ results
        .equ    RESULTS, 52
        .equ    MOST, 64                @ the most results
        .equ    TABLE, RESULTS + 4 * MOST

        .equ    EXPIRED, 1
        .equ    WRONG, 2
        .equ    DAMAGED, 3
        .equ    UNKNOWN, 4

        stmdb   sp!, {r4-r11, lr}
        add     r11, pc, #(parameters - . - 8) & 0xff00
        add     r11, r11, #(parameters - . - 4) & 0xff
        ldr     r0, [r11, #FAILED]
        cmp     r0, #0
        bne     leave
        ldr     r0, [r11, #RUNS]
        add     r0, r0, #1
        str     r0, [r11, #RUNS]
        mov     r0, #0
        str     r0, [r11, #COUNT]
        ldr     r10, [r11, #SCRIPT]

next:   ldmia   r10!, {r0, r1, r2, r3}
        and     r12, r0, #0xff
        mov     r9, r0, lsr #8
        cmp     r12, #(operations_end - operations) / 4
        bhs     unknown
        add     pc, pc, r12, lsl #2
        nop
operations:
        b       leave
        b       write
        b       read
        b       change
        b       poll
        b       await
        b       delay
        b       get
        b       put
        b       sum
        b       unpack
        b       repeat
        b       skip
        b       whilst
        b       step
operations_end:

@ address, value
write:  str     r2, [r1]
        drain   r0
        b       next

@ address
read:   ldr     r2, [r11, #COUNT]
        cmp     r2, #MOST
        bhs     unknown
        ldr     r0, [r1]
        add     r3, r11, r2, lsl #2
        str     r0, [r3, #RESULTS]
        add     r2, r2, #1
        str     r2, [r11, #COUNT]
        b       next

@ address, bits to clear, bits to set
change: ldr     r0, [r1]
        bic     r0, r0, r2
        orr     r0, r0, r3
        str     r0, [r1]
        drain   r0
        b       next

@ Until (register & mask) is a value, for as many milliseconds: address, mask, value
poll:   bl      begin
1:      ldr     r0, [r1]
        and     r6, r0, r2
        cmp     r6, r3
        beq     next
        bl      elapsed
        bls     1b
        b       late

@ Until any of some bits is set, for as many milliseconds; others are errors: address, bits, errors
await:  bl      begin
1:      ldr     r0, [r1]
        tst     r0, r3
        bne     wrong
        tst     r0, r2
        bne     next
        bl      elapsed
        bls     1b
        b       late

@ microseconds
delay:  bl      begin
        mov     r8, #24
        mul     r8, r1, r8
1:      bl      elapsed
        bls     1b
        b       next

@ FIFO to memory, within as many milliseconds: address, words
get:    bl      begin
        ldr     r4, [r11, #FIFO]
        ldr     r5, [r11, #LEVEL]
more:   cmp     r2, #0
        beq     next
        ldr     r0, [r5]
        tst     r0, #1 << 2
        bne     empty
        mov     r0, r0, lsl #1
        movs    r0, r0, lsr #18
        ldreq   r0, [r11, #WHEN_ZERO]
        cmp     r0, r2
        movhi   r0, r2
        sub     r2, r2, r0
1:      ldr     r3, [r4]
        str     r3, [r1], #4
        subs    r0, r0, #1
        bne     1b
        b       more
empty:  bl      stalled
        b       more

@ Memory to FIFO, within as many milliseconds: address, words
put:    bl      begin
        ldr     r4, [r11, #FIFO]
        ldr     r5, [r11, #LEVEL]
again:  cmp     r2, #0
        beq     next
        ldr     r0, [r5]
        tst     r0, #1 << 3
        bne     full
        tst     r0, #1 << 2
        moveq   r0, #1
        ldrne   r0, [r11, #BURST]
        cmp     r0, r2
        movhi   r0, r2
        sub     r2, r2, r0
1:      ldr     r3, [r1], #4
        str     r3, [r4]
        subs    r0, r0, #1
        bne     1b
        b       again
full:   bl      stalled
        b       again

@ CRC-32 of memory, which goes on from what is in SUM: address, words
sum:    add     r4, r11, #TABLE & 0xff00
        add     r4, r4, #TABLE & 0xff
        bl      tabulate
        ldr     r3, [r11, #SUM]
1:      subs    r2, r2, #1
        bmi     2f
        ldr     r0, [r1], #4
        eor     r3, r3, r0
        .rept   4
        and     r0, r3, #0xff
        ldr     r0, [r4, r0, lsl #2]
        eor     r3, r0, r3, lsr #8
        .endr
        b       1b
2:      str     r3, [r11, #SUM]
        b       next

@ One LZ4 block of so many unpacked bytes: address, bytes, where to
unpack: add     r2, r1, r2              @ the end of what is packed
        add     r9, r3, r9              @ the end of what is unpacked
        mov     r7, r3
sequence:
        cmp     r1, r2
        bhs     damaged
        ldrb    r0, [r1], #1
        mov     r4, r0, lsr #4
        bl      length
        sub     r5, r2, r1
        cmp     r5, r4
        blo     damaged
        sub     r5, r9, r3
        cmp     r5, r4
        blo     damaged
        cmp     r4, #0
        beq     2f
1:      ldrb    r5, [r1], #1
        strb    r5, [r3], #1
        subs    r4, r4, #1
        bne     1b
2:      sub     r5, r2, r1
        cmp     r5, #0
        beq     unpacked
        cmp     r5, #2
        blo     damaged
        ldrb    r8, [r1], #1
        ldrb    r6, [r1], #1
        orrs    r8, r8, r6, lsl #8
        beq     damaged
        sub     r6, r3, r7
        cmp     r8, r6
        bhi     damaged
        and     r4, r0, #15
        bl      length
        add     r4, r4, #4
        sub     r6, r9, r3
        cmp     r6, r4
        blo     damaged
        sub     r6, r3, r8
1:      ldrb    r5, [r6], #1
        strb    r5, [r3], #1
        subs    r4, r4, #1
        bne     1b
        b       sequence
unpacked:
        cmp     r3, r9
        beq     next
        b       damaged

@ Operations before this one, carried out so many times in all: operations, times, times
@ The count is what it was after the last time: repetitions may be repeated
repeat: subs    r2, r2, #1
        moveq   r2, r3
        str     r2, [r10, #-8]
        beq     next
        sub     r10, r10, r1, lsl #4
        sub     r10, r10, #16
        b       next

@ Data in the middle of a script: bytes
skip:   add     r10, r10, r1
        b       next

@ So many operations before this one again while any of some bits is set: address, bits, how often at the most
whilst:  ldr     r0, [r1]
        tst     r0, r2
        beq     next
        subs    r3, r3, #1
        beq     late
        str     r3, [r10, #-4]
        sub     r10, r10, r9, lsl #4
        sub     r10, r10, #16
        b       next

@ Adds to a word of the script that is so many bytes before this operation's end: bytes, number
step:   ldr     r0, [r10, -r1]
        add     r0, r0, r2
        str     r0, [r10, -r1]
        b       next

@ The time now into r7, and r9 milliseconds in ticks into r8
begin:  ldr     r6, [r11, #TIMER]
        ldr     r7, [r6]
        mov     r8, #24000 & 0xff00
        orr     r8, r8, #24000 & 0xff
        mul     r8, r9, r8
        bx      lr

@ `hi` where the time is up
elapsed:
        ldr     r12, [r11, #TIMER]
        ldr     r12, [r12]
        sub     r12, r7, r12
        cmp     r12, r8
        bx      lr

@ The FIFO is where it was: comes back unless the time is up, or an error has happened
stalled:
        mov     r6, lr
        ldr     r0, [r11, #EVENTS]
        ldr     r0, [r0]
        ldr     r3, [r11, #ERRORS]
        tst     r0, r3
        bne     wrong
        bl      elapsed
        bhi     late
        bx      r6

@ What a length goes on with where it is 15, into r4
length: cmp     r4, #15
        bxne    lr
1:      cmp     r1, r2
        bhs     damaged
        ldrb    r5, [r1], #1
        add     r4, r4, r5
        cmp     r5, #255
        beq     1b
        bx      lr

@ The table of CRC-32 at r4, where it is not there yet
tabulate:
        ldr     r0, [r4, #4 * 255]
        ldr     r3, last
        cmp     r0, r3
        bxeq    lr
        ldr     r3, polynomial
        mov     r5, #0
1:      mov     r0, r5
        mov     r6, #8
2:      movs    r0, r0, lsr #1
        eorcs   r0, r0, r3
        subs    r6, r6, #1
        bne     2b
        str     r0, [r4, r5, lsl #2]
        add     r5, r5, #1
        cmp     r5, #256
        bne     1b
        bx      lr

late:   mov     r1, #EXPIRED
        b       fail
wrong:  mov     r1, #WRONG
        b       fail
damaged:
        mov     r1, #DAMAGED
        b       fail
unknown:
        mov     r1, #UNKNOWN
fail:   ldr     r2, [r11, #SCRIPT]
        sub     r2, r10, r2
        sub     r2, r2, #16
        orr     r1, r1, r2, lsl #4      @ 16 bytes each, from bit 8 on
        str     r1, [r11, #FAILED]
        str     r0, [r11, #VALUE]
leave:  ldmia   sp!, {r4-r11, lr}
        bx      lr

polynomial: .word 0xedb88320
last:   .word   0x2d02ef8d
parameters:

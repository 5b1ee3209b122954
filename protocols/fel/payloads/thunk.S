@ Runs an SPL in the place of the boot ROM's own memory, and puts that memory back.
@
@ The boot ROM's stacks are among what is swapped, so nothing of ours may lie on them: registers are saved and the SPL
@ is given its stack here.

        .include "cp15.inc"

        .equ    HEADER_MARK, 0x08               @ eGON header: last four bytes of the magic,
        .equ    HEADER_SUM, 0x0c                @ checksum,
        .equ    HEADER_LENGTH, 0x10             @ length

        adr     r0, saved
        mrs     r1, cpsr
        mov     r2, sp
        mov     r3, lr
        stmia   r0, {r1-r11}
        orr     r1, r1, #0xc0                   @ no interrupt may find half-swapped stacks
        msr     cpsr_c, r1

        ldr     r4, parameters                  @ the SPL
        mrc     p15, 0, r1, c1, c0, 0
        ldr     r2, mark_caches
        tst     r1, #4                          @ C
        tsteq   r1, #0x1000                     @ I
        strne   r2, [r4, #HEADER_MARK]
        bne     leave                           @ swapping behind a cache would leave it stale
        bl      swap

        @ The sum of all words, with the stamp in the checksum's place, is the checksum.
        ldr     r2, mark_bad
        ldr     r5, [r4, #HEADER_LENGTH]
        cmp     r5, #0
        beq     damaged
        tst     r5, #3
        bne     damaged
        ldr     r6, [r4, #HEADER_SUM]
        ldr     r7, stamp
        sub     r7, r7, r6, lsl #1              @ stamp - 2 * checksum + sum of all words = 0
        mov     r0, r4
add:    ldr     r1, [r0], #4
        add     r7, r7, r1
        subs    r5, r5, #4
        bne     add
        cmp     r7, #0
        bne     damaged

        ldr     r2, mark_fel
        str     r2, [r4, #HEADER_MARK]
        drain   r0
        synchronise r0, r1
        adr     sp, saved                       @ a stack of a few words, growing down to `stack`
        blx     r4
        b       restore

damaged: str    r2, [r4, #HEADER_MARK]
restore: bl     swap
leave:  adr     r0, saved                       @ the SPL may have used any register
        ldmia   r0, {r1-r11}
        mov     sp, r2
        mov     lr, r3
        msr     cpsr_c, r1
        bx      lr

@ Lets the regions of the table change places.
swap:   adr     r8, parameters + 4
region: ldmia   r8!, {r0, r1, r2}
        cmp     r2, #0
        bxeq    lr
word:   ldr     r3, [r0]
        ldr     r9, [r1]
        str     r9, [r0], #4
        str     r3, [r1], #4
        subs    r2, r2, #4
        bne     word
        b       region

stamp:  .word   0x5f0a6c39
mark_fel: .ascii ".FEL"
mark_bad: .ascii ".BAD"
mark_caches: .ascii ".???"
stack:  .space  4 * 16
        .balign 8
saved:  .space  4 * 11
parameters:

# writel for the D1 (T-Head C906, machine mode).

        .option norelax

        li      t0, 1 << 22                     # mxstatus.THEADISAEE
        csrs    0x7c0, t0
        li      t0, 0x30013                     # mcor: see readl_rv
        csrw    0x7c2, t0
        la      a0, parameters
        lw      a1, 0(a0)                       # count
        addi    a0, a0, 4
next:   beqz    a1, done
        lwu     a2, 0(a0)
        lw      a3, 4(a0)
        sw      a3, 0(a2)
        addi    a0, a0, 8
        addi    a1, a1, -1
        j       next
done:   fence
        ret
parameters:

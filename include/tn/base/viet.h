/* SPDX-License-Identifier: GPL-3.0-or-later */
/* viet.h -- the letters of Vietnamese that Unicode has ready-made, taken apart.
 *
 * A letter is spelt as one small letter of ASCII, or the digit below where it has a mark
 * that makes another letter of it; its tone stands apart. */
#ifndef TN_BASE_VIET_H
#define TN_BASE_VIET_H

#include <stdint.h>

enum {
    TN_A_BREVE = '1',
    TN_A_HAT = '2',
    TN_E_HAT = '3',
    TN_O_HAT = '4',
    TN_O_HORN = '5',
    TN_U_HORN = '6',
    TN_D_STROKE = '7'
};

/* In the order that Unicode keeps for marks on one letter. */
enum tn_tone { TN_DOT_BELOW, TN_GRAVE, TN_ACUTE, TN_TILDE, TN_HOOK, TN_NO_TONE };

/* How a letter beyond ASCII, small or capital, is spelt, and its tone; 0 where it is none
 * of Vietnamese. */
char tn_viet_spelt(int32_t code, enum tn_tone *tone);

#endif

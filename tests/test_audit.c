/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: a small plan without a contradiction, made by hand. Each rule is given one
 * planted error, which it and it alone must find, and a near miss, which it must leave
 * alone. */
#include "check.h"

#include <string.h>

#include "tn/study/audit.h"

static struct tn_arena arena;

/* ---- the clean plan ---- */

static const char *no_labour[] = {"no_labour"};
static const char *no_know_how[] = {"no_know_how"};
static const char *care[] = {"family_care"};
static const char *guidance[] = {"business_guidance"};
static const char *job[] = {"business_guidance", "job_placement"};

/* clang-format off */
static const struct tn_village villages[] = {
    {.name = "An",   .line = 2, .households = {10, 6}, .quota = {3, 2}, .all_households = 900,
     .social_protection = 4, .with_member_15_plus = 14, .with_able_worker = 12},
    {.name = "Bình", .line = 3, .households = {8, 4},  .quota = {2, 1}, .all_households = 700,
     .social_protection = TN_UNKNOWN, .with_member_15_plus = 12, .with_able_worker = 3},
    {.name = "Cao",  .line = 4, .households = {2, 5},  .quota = {1, 1}, .all_households = 400,
     .social_protection = 3, .with_member_15_plus = TN_UNKNOWN, .with_able_worker = 4},
};
#define LISTED(row, where, what, who, n, w, why, how)                                          \
    {.code = #who, .line = row, .village = where, .status = what, .planned = true,             \
     .head = #who, .note = "", .members = n, .workers = w, .causes = 1, .cause = why,          \
     .measures = sizeof how / sizeof *how, .measure = how, .weight = 1,                        \
     .deprived = {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1}}
static const struct tn_household households[] = {
    LISTED(2, 0, TN_POOR, A1, 4, 2, no_know_how, job),
    LISTED(3, 0, TN_POOR, A2, 1, 0, no_labour, care),
    LISTED(4, 0, TN_POOR, A3, 2, 2, no_know_how, guidance),
    LISTED(5, 0, TN_NEAR_POOR, A4, 5, 1, no_know_how, job),
    LISTED(6, 0, TN_NEAR_POOR, A5, 3, 1, no_know_how, job),
    LISTED(7, 1, TN_POOR, B1, 3, 1, no_know_how, job),
    LISTED(8, 1, TN_POOR, B2, 4, TN_UNKNOWN, no_labour, job),
    LISTED(9, 1, TN_NEAR_POOR, B3, TN_UNKNOWN, 2, no_know_how, job),
    LISTED(10, 2, TN_POOR, C1, 2, 1, no_know_how, job),
    LISTED(11, 2, TN_NEAR_POOR, C2, 6, 3, no_know_how, job),
};
static const struct tn_claim claims[] = {
    {.line = 2, .section = "I",  .quantity = TN_Q_HOUSEHOLDS,         .status = TN_POOR,          .year = 2023, .value = {20, 0}},
    {.line = 3, .section = "I",  .quantity = TN_Q_RATE,               .status = TN_POOR,          .year = 2023, .value = {1.00, 2}},
    {.line = 4, .section = "I",  .quantity = TN_Q_RATE,               .status = TN_NEAR_POOR,     .year = 2023, .value = {0.75, 2}},
    {.line = 5, .section = "I",  .quantity = TN_Q_RATE,               .status = TN_STATUS_EITHER, .year = 2023, .value = {1.75, 2}},
    {.line = 6, .section = "II", .quantity = TN_Q_REDUCTION,          .status = TN_POOR,          .year = 2024, .value = {6, 0}},
    {.line = 7, .section = "II", .quantity = TN_Q_REDUCTION_SHARE,    .status = TN_NEAR_POOR,     .year = 2024, .value = {26.6, 1}},
    {.line = 8, .section = "II", .quantity = TN_Q_REDUCTION_POINTS,   .status = TN_POOR,          .year = 2024, .value = {0.3, 1}},
    {.line = 9, .section = "II", .quantity = TN_Q_HOUSEHOLDS,         .status = TN_NEAR_POOR,     .year = 2024, .value = {14, 0}},
    {.line = 10, .section = "II", .quantity = TN_Q_RATE,               .status = TN_NEAR_POOR,     .year = 2024, .value = {0.7, 1}},
    {.line = 11, .section = "III", .quantity = TN_Q_RATE,               .status = TN_POOR,          .year = 2023, .value = {1.0, 1}},
    {.line = 12, .section = "III", .quantity = TN_Q_RELAPSE,            .status = TN_POOR,          .year = 2024, .value = {0, 0}},
    {.line = 13, .section = "III", .quantity = TN_Q_HOUSEHOLDS,         .status = TN_POOR,          .year = 2021, .value = {31, 0}},
    {.line = 14, .section = "IV", .quantity = TN_Q_HOUSEHOLDS,         .status = TN_POOR,          .year = 2021, .value = {31, 0}},
};
static const struct tn_claim village_claims[] = {
    {.line = 2, .section = "IV", .village = 0, .quantity = TN_Q_QUOTA,              .status = TN_POOR,          .year = TN_UNKNOWN, .value = {3, 0}},
    {.line = 3, .section = "IV", .village = 1, .quantity = TN_Q_HOUSEHOLDS,         .status = TN_NEAR_POOR,     .year = TN_UNKNOWN, .value = {4, 0}},
    {.line = 4, .section = "IV", .village = 2, .quantity = TN_Q_WITH_ABLE_WORKER,   .status = TN_STATUS_ALL,    .year = TN_UNKNOWN, .value = {4, 0}},
    {.line = 5, .section = "IV", .village = 1, .quantity = TN_Q_SOCIAL_PROTECTION,  .status = TN_STATUS_ALL,    .year = TN_UNKNOWN, .value = {5, 0}},
    {.line = 6, .section = "V",  .village = 1, .quantity = TN_Q_SOCIAL_PROTECTION,  .status = TN_STATUS_ALL,    .year = TN_UNKNOWN, .value = {5, 0}},
};
/* poor: 61 of 20 households; near-poor: 30 of 15, no more than 2 each */
#define REVIEWED(row, who, what, percentage, digits)                                           \
    {.line = row, .year = 2023, .status = who, .indicator = what,                              \
     .percent = {percentage, digits}, .count = TN_UNKNOWN, .base = TN_UNKNOWN}
static const struct tn_indicator indicators[] = {
    REVIEWED(2, TN_POOR, 0, 90, 0),  REVIEWED(3, TN_POOR, 1, 50, 0),
    REVIEWED(4, TN_POOR, 2, 10, 0),  REVIEWED(5, TN_POOR, 3, 85, 0),
    REVIEWED(6, TN_POOR, 4, 5, 0),   REVIEWED(7, TN_POOR, 5, 0, 0),
    REVIEWED(8, TN_POOR, 6, 5, 0),   REVIEWED(9, TN_POOR, 7, 10, 0),
    REVIEWED(10, TN_POOR, 8, 5, 0),  REVIEWED(11, TN_POOR, 9, 15, 0),
    REVIEWED(12, TN_POOR, 10, 30, 0), REVIEWED(13, TN_POOR, 11, 0, 0),
    REVIEWED(14, TN_NEAR_POOR, 0, 86.66, 2), REVIEWED(15, TN_NEAR_POOR, 1, 20, 0),
    REVIEWED(16, TN_NEAR_POOR, 2, 6.67, 2),  REVIEWED(17, TN_NEAR_POOR, 3, 40, 0),
    REVIEWED(18, TN_NEAR_POOR, 4, 6.6, 1),   REVIEWED(19, TN_NEAR_POOR, 5, 0, 0),
    REVIEWED(20, TN_NEAR_POOR, 6, 0, 0),     REVIEWED(21, TN_NEAR_POOR, 7, 13.3, 1),
    REVIEWED(22, TN_NEAR_POOR, 8, 0, 0),     REVIEWED(23, TN_NEAR_POOR, 9, 13.33, 2),
    REVIEWED(24, TN_NEAR_POOR, 10, 13.3, 1), REVIEWED(25, TN_NEAR_POOR, 11, 0, 0),
};
static const struct tn_goal goals[] = {
    {.line = 2, .section = "VI", .status = TN_POOR, .indicator = 5, .goal_percent = 100,
     .meaning = "share of poor households not deprived", .note = ""},
    {.line = 3, .section = "VI", .status = TN_POOR, .indicator = 7, .goal_percent = 90,
     .meaning = "share of poor households not deprived", .note = ""},
    {.line = 4, .section = "VI", .status = TN_POOR, .indicator = 11, .goal_percent = 100,
     .meaning = "share of poor households not deprived", .note = "the plan says 'keep at 100'"},
    {.line = 5, .section = "VI", .status = TN_NEAR_POOR, .indicator = 3, .goal_percent = 50,
     .meaning = "share of near-poor persons insured", .note = ""},
    {.line = 6, .section = "VI", .status = TN_UNKNOWN, .indicator = 2, .goal_percent = 10,
     .meaning = "share of households not deprived", .note = ""},
    {.line = 7, .section = "VI", .status = TN_POOR, .indicator = TN_NONE, .goal_percent = 10,
     .meaning = "", .note = ""},
};
/* clang-format on */

#define COPIES(list) copies((list), sizeof(list))
#define COUNT(list) (sizeof(list) / sizeof *(list))

static void *copies(const void *list, size_t size)
{
    return memcpy(tn_new(&arena, char, size), list, size);
}

static struct tn_commune clean(void)
{
    return (struct tn_commune){
        .name = "Mẫu",
        .base_year = 2023,
        .plan_year = 2024,
        .plan_households = {20, 15},
        .plan_quota = {6, 4},
        .households = {20, 15},
        .quota = {6, 4},
        .households_total = 2000,
        .villages = COUNT(villages),
        .village = COPIES(villages),
        .households_listed = COUNT(households),
        .household = COPIES(households),
        .claims = COUNT(claims),
        .claim = COPIES(claims),
        .village_claims = COUNT(village_claims),
        .village_claim = COPIES(village_claims),
        .indicators = COUNT(indicators),
        .indicator = COPIES(indicators),
        .goals = COUNT(goals),
        .goal = COPIES(goals),
    };
}

/* ---- planted errors and near misses ---- */

/* So many more households of Cao listed, that are not to leave. */
static void list_more(struct tn_commune *c, size_t more)
{
    static const char *const code[] = {"C3", "C4"};
    struct tn_household *longer = tn_new(&arena, struct tn_household,
                                         COUNT(households) + more);

    memcpy(longer, households, sizeof households);
    for (size_t i = 0; i < more; i++) {
        longer[COUNT(households) + i] = households[8];
        longer[COUNT(households) + i].code = longer[COUNT(households) + i].head = code[i];
        longer[COUNT(households) + i].planned = false;
    }
    c->household = longer;
    c->households_listed += more;
}

#define PLANT(name, change)                \
    static void name(struct tn_commune *c) \
    {                                      \
        change;                            \
    }

/* clang-format off */
PLANT(clean_plan,          (void)c)
PLANT(list_long,           list_more(c, 2))
PLANT(list_full,           list_more(c, 1))
PLANT(villages_short,      c->plan_households[TN_POOR] = 21)
PLANT(villages_unknown,    c->plan_households[TN_POOR] = TN_UNKNOWN)
PLANT(quotas_short,        c->plan_quota[TN_NEAR_POOR] = 5)
PLANT(quotas_unknown,      c->plan_quota[TN_NEAR_POOR] = TN_UNKNOWN)
PLANT(total_off,           c->village[1].all_households = 710)
PLANT(total_partly,        c->village[1].all_households = TN_UNKNOWN; c->households_total = 2001)
PLANT(total_tiny,          c->claims = 0; c->villages = 0; c->village_claims = 0;
                           c->households_listed = 0; c->plan_quota[0] = c->plan_quota[1] = -1;
                           c->households_total = 34)
PLANT(total_just,          c->claims = 0; c->villages = 0; c->village_claims = 0;
                           c->households_listed = 0; c->plan_quota[0] = c->plan_quota[1] = -1;
                           c->households_total = 35)
PLANT(village_tiny,        c->village[2].all_households = 6; c->village[0].all_households = 1294)
PLANT(village_just,        c->village[2].all_households = 7; c->village[0].all_households = 1293)
PLANT(count_off,           c->claim[0].value.value = 21)
PLANT(quota_off,           c->claim[4].value.value = 7)
PLANT(end_off,             c->claim[7].value.value = 18)
PLANT(end_below,           c->claim[7].value.value = 10)
PLANT(end_most,            c->claim[7].value.value = 17)
PLANT(share_off,           c->claim[5].value.value = 26.8)
PLANT(share_rounded,       c->claim[5].value.value = 26.7)
PLANT(rate_off,            c->claim[2].value.value = 0.77)
PLANT(rate_digits,         c->claim[2].value = ((struct tn_printed){0.7, 1}))
PLANT(rate_end_off,        c->claim[8].value.value = 1.0)
PLANT(rate_end_most,       c->claim[8].value.value = 0.8)
PLANT(points_off,          c->claim[6].value.value = 0.5)
PLANT(printed_twice,       c->claim[12].value.value = 32)
PLANT(others_differ,       c->claim[11].value.value = 32; c->claim[11].quantity = TN_QUANTITIES;
                           c->claim[11].quantity_text = "births"; c->claim[12] = c->claim[11];
                           c->claim[12].value.value = 31)
PLANT(others_apart,        others_differ(c); c->claim[12].quantity_text = "deaths")
PLANT(printed_digits,      c->claim[12].value = ((struct tn_printed){31.4, 1}))
PLANT(village_quota_off,   c->village_claim[0].value.value = 2)
PLANT(village_able_off,    c->village_claim[2].value.value = 5)
PLANT(village_have_off,    c->village_claim[1].value.value = 5)
PLANT(village_both_off,    c->village_claim[1].status = TN_STATUS_EITHER; c->village_claim[1].value.value = 13)
PLANT(village_both,        c->village_claim[1].status = TN_STATUS_EITHER; c->village_claim[1].value.value = 12)
PLANT(village_all_off,     c->village_claim[1].status = TN_STATUS_ALL; c->village_claim[1].value.value = 12)
PLANT(village_all,         c->village_claim[1].status = TN_STATUS_ALL; c->village_claim[1].value.value = 700)
PLANT(village_quota_both,  c->village_claim[0].status = TN_STATUS_EITHER)
PLANT(village_quota_all,   c->village_claim[0].status = TN_STATUS_ALL)
PLANT(village_twice,       c->village_claim[4].value.value = 6)
PLANT(village_other,       c->village_claim[4].village = 2; c->village_claim[4].value.value = 3)
PLANT(total_absent,        c->households_total = TN_UNKNOWN; c->village[0].all_households = TN_UNKNOWN)
PLANT(total_by_villages,   c->households_total = TN_UNKNOWN)
PLANT(total_outvoted,      c->households_total = 2100; c->village[0].all_households = TN_UNKNOWN)
PLANT(total_within,        c->households_total = 1995; c->village[0].all_households = TN_UNKNOWN)
PLANT(list_short,          c->household[0].planned = false)
PLANT(list_none,           c->households_listed = 0)
PLANT(head_again,          c->household[1].head = "A1")
PLANT(head_elsewhere,      c->household[8].head = "A1")
PLANT(head_empty,          c->household[0].head = ""; c->household[1].head = "")
PLANT(workers_many,        c->household[2].workers = 3)
PLANT(workers_all,         c->household[0].workers = 4)
PLANT(labour_none,         c->household[1].workers = 1)
PLANT(labour_unknown,      c->household[1].workers = TN_UNKNOWN)
PLANT(job_nobody,          c->household[0].workers = 0)
PLANT(job_guidance,        c->household[2].workers = 0)
PLANT(able_many,           c->village[2].with_able_worker = 8; c->village_claims = 0)
PLANT(able_all,            c->village[1].with_able_worker = 12)
PLANT(adult_many,          c->village[1].with_member_15_plus = 13)
PLANT(social_many,         c->village[0].social_protection = 17)
PLANT(social_unknown,      c->village[0].social_protection = TN_UNKNOWN)
PLANT(pair_over,           c->village[2].social_protection = 4)
PLANT(pair_full,           c->village[2].with_able_worker = 4)
PLANT(able_adult,          c->village[0].with_member_15_plus = 11)
PLANT(able_adult_same,     c->village[0].with_member_15_plus = 12)
PLANT(quota_over,          c->village[2].quota[TN_NEAR_POOR] = 6; c->plan_quota[TN_NEAR_POOR] = TN_UNKNOWN;
                           c->village[2].with_able_worker = TN_UNKNOWN; c->households_listed = 0)
PLANT(quota_all,           c->village[2].quota[TN_NEAR_POOR] = 5; c->plan_quota[TN_NEAR_POOR] = TN_UNKNOWN;
                           c->village[2].with_able_worker = TN_UNKNOWN; c->households_listed = 0)
PLANT(commune_quota_over,  c->plan_quota[TN_POOR] = c->quota[TN_POOR] = 21;
                           c->village[0].households[TN_POOR] = c->village[0].quota[TN_POOR] = 18;
                           c->village[0].with_able_worker = TN_UNKNOWN;
                           c->households_listed = c->claims = c->village_claims = 0)
PLANT(able_few,            c->village[1].with_able_worker = 2)
PLANT(able_absent,         c->village[1].with_able_worker = TN_UNKNOWN)
PLANT(goal_low,            c->goal[1].goal_percent = 85)
PLANT(goal_slack,          c->goal[1].goal_percent = 89.6)
PLANT(goal_kept,           c->goal[1].note = "giữ vững"; c->goal[1].goal_percent = 95)
PLANT(goal_kept_there,     c->goal[1].note = "giữ vững")
PLANT(percent_never,       c->indicator[1].percent = ((struct tn_printed){52, 0}))
PLANT(percent_cut,         c->indicator[12].percent = ((struct tn_printed){86.67, 2}))
PLANT(percent_off,         c->indicator[1].count = 11)
PLANT(percent_count,       c->indicator[1].count = 10)
PLANT(count_many,          c->indicator[5].percent.value = (double)NAN; c->indicator[5].count = 21; c->goals = 0)
PLANT(count_all,           c->indicator[1].percent.value = (double)NAN; c->indicator[1].count = 20)
PLANT(poor_few,            c->indicator[1].percent.value = 40)
PLANT(poor_edge,           c->indicator[1].percent.value = 45)
PLANT(poor_gap,            c->indicator[1].percent.value = (double)NAN)
PLANT(near_many,           c->indicator[13].percent.value = 26.67; c->indicator[13].percent.decimals = 2)
PLANT(flags_few,           memset(c->household[0].deprived, 0, 12); c->household[0].deprived[3] = 1;
                           c->household[0].deprived[0] = 1)
PLANT(flags_three,         memset(c->household[0].deprived, 0, 12); c->household[0].deprived[3] = 1;
                           c->household[0].deprived[0] = 1; c->household[0].deprived[11] = 1)
PLANT(flags_near,          memset(c->household[3].deprived, 0, 12); c->household[3].deprived[3] = 1;
                           c->household[3].deprived[0] = 1; c->household[3].deprived[11] = 1)
PLANT(flags_gap,           memset(c->household[0].deprived, 0, 12); c->household[0].deprived[3] = -1)
PLANT(room_none,           c->claim[7].value.value = 11)
PLANT(room_rate,           c->claims = 9; c->claim[7].year = 2019;
                           c->claim[8].value = ((struct tn_printed){0.55, 2}))
PLANT(room_one,            c->claim[7].value.value = 12)
PLANT(room_needless,       c->claim[7].value.value = 11; c->quota[TN_POOR] = 0; c->plan_quota[TN_POOR] = -1;
                           c->claims = 8; c->claim[4].year = 2019; c->claim[6].year = 2019)

static const struct {
    const char *rule;   // null: a near miss, no finding at all
    void (*plant)(struct tn_commune *);
    double expected, found;
} cases[] = {
    {"village-sum", villages_short, 20, 21},        {NULL, villages_unknown, 0, 0},
    {"quota-sum", quotas_short, 4, 5},              {NULL, quotas_unknown, 0, 0},
    {"total-sum", total_off, 2010, 2000},           {NULL, total_partly, 0, 0},
    {"total-under-poor", total_tiny, 35, 34},       {NULL, total_just, 0, 0},
    {"total-under-poor", village_tiny, 7, 6},       {NULL, village_just, 0, 0},
    {"claim-count", count_off, 20, 21},             {NULL, clean_plan, 0, 0},
    {"claim-count", quota_off, 6, 7},
    {"claim-count", end_off, 11, 18},               {NULL, end_most, 0, 0},
    {"claim-count", end_below, 11, 10},
    {"claim-share", share_off, 26.6, 26.8},         {NULL, share_rounded, 0, 0},
    {"claim-rate", rate_off, 0.75, 0.77},           {NULL, rate_digits, 0, 0},
    {"claim-rate", rate_end_off, 0.5, 1.0},         {NULL, rate_end_most, 0, 0},
    {"claim-rate", points_off, 0.3, 0.5},
    {"claims-differ", printed_twice, 31, 32},       {NULL, printed_digits, 0, 0},
    {"claims-differ", others_differ, 32, 31},       {NULL, others_apart, 0, 0},
    {"village-claim", village_quota_off, 3, 2},
    {"village-claim", village_able_off, 4, 5},
    {"village-claim", village_have_off, 4, 5},
    {"village-claim", village_both_off, 12, 13},    {NULL, village_both, 0, 0},
    {"village-claim", village_all_off, 700, 12},    {NULL, village_all, 0, 0},
    {"village-claim", village_quota_both, 5, 3},    {NULL, village_quota_all, 0, 0},
    {"claims-differ", village_twice, 5, 6},         {NULL, village_other, 0, 0},
    {"total-range", total_absent, (double)NAN, 1989}, {NULL, total_by_villages, 0, 0},
    {"total-range", total_outvoted, 1989, 2100},    {NULL, total_within, 0, 0},
    {"household-list", list_short, 3, 2},           {NULL, list_none, 0, 0},
    {"list-over-households", list_long, 2, 3},      {NULL, list_full, 0, 0},
    {"head-twice", head_again, 1, 2},               {NULL, head_empty, 0, 0},
    {"head-twice", head_elsewhere, 1, 2},
    {"workers-over-members", workers_many, 2, 3},   {NULL, workers_all, 0, 0},
    {"no-labour-with-worker", labour_none, 0, 1},   {NULL, labour_unknown, 0, 0},
    {"job-without-worker", job_nobody, 1, 0},       {NULL, job_guidance, 0, 0},
    {"able-over-households", able_many, 7, 8},      {NULL, able_all, 0, 0},
    {"adult-over-households", adult_many, 12, 13},
    {"social-over-households", social_many, 16, 17}, {NULL, social_unknown, 0, 0},
    {"able-plus-social", pair_over, 7, 8},          {NULL, pair_full, 0, 0},
    {"able-over-adult", able_adult, 11, 12},        {NULL, able_adult_same, 0, 0},
    {"quota-over-households", quota_over, 5, 6},    {NULL, quota_all, 0, 0},
    {"quota-over-households", commune_quota_over, 20, 21},
    {"quota-over-able", able_few, 2, 3},            {NULL, able_absent, 0, 0},
    {"goal-already-met", goal_low, 85, 90},         {NULL, goal_slack, 0, 0},
    {"goal-keep-absent", goal_kept, 95, 90},        {NULL, goal_kept_there, 0, 0},
    {"indicator-percent", percent_never, 50, 52},   {NULL, percent_cut, 0, 0},
    {"indicator-count", percent_off, 55, 50},       {NULL, percent_count, 0, 0},
    {"indicator-over", count_many, 20, 21},         {NULL, count_all, 0, 0},
    {"status-rule", poor_few, 60, 59},              {NULL, poor_gap, 0, 0},
    {"status-rule", near_many, 30, 31},
    {"status-rule", flags_few, 3, 2},               {NULL, flags_three, 0, 0},
    {"status-rule", flags_near, 2, 3},              {NULL, flags_gap, 0, 0},
    {"status-edge", poor_edge, (double)NAN, 3},
    {"no-room-for-landing", room_none, (double)NAN, 11}, {NULL, room_one, 0, 0},
    {"no-room-for-landing", room_rate, (double)NAN, 11}, {NULL, room_needless, 0, 0},
};
/* clang-format on */

static void show(const struct tn_audit *audit)
{
    for (const struct tn_audit_finding *f = audit->first; f; f = f->next)
        print_error("  %s %s:%ld %s\n", f->rule, f->file, f->line,
                    f->message.text[TN_EN]);
}

/* Exactly the finding wanted, or none. */
static void check_case_of(size_t i)
{
    struct tn_commune commune = clean();
    cases[i].plant(&commune);
    struct tn_audit audit = tn_audit_of(&arena, &commune);
    size_t findings = audit.errors + audit.warnings + audit.notes;

    if (findings != (cases[i].rule != NULL) ||
        (findings && strcmp(audit.first->rule, cases[i].rule))) {
        print_error("case %zu: %zu findings, wanted %s\n", i, findings,
                    cases[i].rule ? cases[i].rule : "none");
        show(&audit);
        fail();
    }
    if (!findings)
        return;
    check_rel(audit.first->expected.low, cases[i].expected, 1e-12);
    check_rel(audit.first->found.low, cases[i].found, 1e-12);
    assert_true(strlen(audit.first->message.text[TN_VI]) > 20);
    assert_true(strlen(audit.first->message.text[TN_EN]) > 20);
}

static void each_rule_finds_its_error_and_leaves_its_near_miss(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        check_case_of(i);
}

static void findings_stand_by_severity(void **state)
{
    (void)state;
    struct tn_commune commune = clean();
    poor_edge(&commune);
    goal_low(&commune);
    pair_over(&commune);
    room_none(&commune);
    struct tn_audit audit = tn_audit_of(&arena, &commune);
    int last = TN_ERROR;

    assert_int_equal(audit.errors, 1);
    assert_int_equal(audit.warnings, 2);
    assert_int_equal(audit.notes, 1);
    for (const struct tn_audit_finding *f = audit.first; f; f = f->next) {
        assert_true((int)f->severity >= last);
        last = (int)f->severity;
    }
    assert_int_equal(last, TN_NOTE);
    assert_null(audit.last->next);
}

static void messages_name_place_and_numbers_in_both_languages(void **state)
{
    (void)state;
    struct tn_commune commune = clean();
    rate_off(&commune);
    struct tn_input input[] = {{.name = "claims.csv", .path = "x/claims.csv"}};
    commune.inputs = 1;
    commune.input = input;
    struct tn_audit audit = tn_audit_of(&arena, &commune);

    assert_string_equal(audit.first->file, "x/claims.csv");
    assert_int_equal(audit.first->line, 4);
    assert_string_equal(audit.first->subject, "I");
    assert_string_equal(
        audit.first->message.text[TN_EN],
        "Section I says that in 2023 the near-poor households are 0.77% of "
        "all households; 15 of 2000 is 0.75%");
    assert_non_null(strstr(audit.first->message.text[TN_VI], "0,77 %"));
}

static void messages_name_what_a_village_is_said_to_have(void **state)
{
    (void)state;
    struct tn_commune commune = clean();
    village_able_off(&commune);
    struct tn_audit audit = tn_audit_of(&arena, &commune);

    assert_non_null(strstr(audit.first->message.text[TN_VI], "(số hộ có lao động)"));
    assert_non_null(strstr(audit.first->message.text[TN_EN],
                           "(households with a member able to work)"));
    commune = clean();
    village_twice(&commune);
    for (size_t i = 3; i < 5; i++) {
        commune.village_claim[i].quantity = TN_QUANTITIES;
        commune.village_claim[i].quantity_text = "births";
    }
    audit = tn_audit_of(&arena, &commune);
    assert_non_null(strstr(audit.first->message.text[TN_VI], "(births)"));
}

static void an_empty_plan_says_nothing(void **state)
{
    (void)state;
    struct tn_commune commune = {.households_total = TN_UNKNOWN,
                                 .plan_households = {TN_UNKNOWN, TN_UNKNOWN},
                                 .plan_quota = {TN_UNKNOWN, TN_UNKNOWN}};
    struct tn_audit audit = tn_audit_of(&arena, &commune);

    assert_null(audit.first);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_rule_finds_its_error_and_leaves_its_near_miss),
        cmocka_unit_test(findings_stand_by_severity),
        cmocka_unit_test(messages_name_place_and_numbers_in_both_languages),
        cmocka_unit_test(messages_name_what_a_village_is_said_to_have),
        cmocka_unit_test(an_empty_plan_says_nothing),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);

    tn_arena_free(&arena);
    return failed;
}

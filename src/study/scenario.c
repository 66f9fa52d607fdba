/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/study/scenario.h"

#include <math.h>
#include <string.h>

struct tn_selection tn_select_all(void)
{
    return (struct tn_selection){
        .village = TN_NONE, .status = TN_UNKNOWN, .planned = TN_UNKNOWN};
}

static bool has_cause(const struct tn_household *household, const char *cause)
{
    for (size_t i = 0; i < household->causes; i++)
        if (strcmp(household->cause[i], cause) == 0)
            return true;
    return false;
}

static bool fits(const struct tn_selection *who, size_t village, enum tn_status status,
                 bool planned, const struct tn_household *household)
{
    if ((who->village != TN_NONE && who->village != village) ||
        (who->status != TN_UNKNOWN && who->status != (int)status) ||
        (who->planned != TN_UNKNOWN && who->planned != (int)planned))
        return false;
    if (who->household && (!household || strcmp(who->household, household->code) != 0))
        return false;
    return !who->cause || (household && has_cause(household, who->cause));
}

/* -INFINITY and INFINITY at 0 and 1. */
static double logit(double p)
{
    return log(p) - log1p(-p);
}

struct tn_adjusted tn_scenario_for(const struct tn_scenario *scenario, size_t village,
                                   enum tn_status status, bool planned,
                                   const struct tn_household *household)
{
    struct tn_adjusted adjusted = {0};

    for (size_t i = 0; scenario && i < scenario->n; i++) {
        const struct tn_adjustment *a = &scenario->adjustment[i];
        if (!fits(&a->who, village, status, planned, household))
            continue;
        if (a->set)
            adjusted = (struct tn_adjusted){true, logit(a->value), 0};
        else
            adjusted.shift += a->value;
    }
    return adjusted;
}

/* Households of a village, status and plan mark that the plan only counts. */
static long counted_only(const struct tn_commune *commune, size_t v,
                         enum tn_status status, bool planned)
{
    const struct tn_village *village = &commune->village[v];
    long listed = 0;

    if (!commune->households_listed)
        return planned ? village->quota[status]
                       : village->households[status] - village->quota[status];
    for (size_t i = 0; !planned && i < commune->households_listed; i++)
        listed += commune->household[i].village == v &&
                  commune->household[i].status == status;
    return planned || listed > village->households[status]
               ? 0
               : village->households[status] - listed;
}

long tn_scenario_reach(const struct tn_commune *commune, const struct tn_adjustment *a)
{
    long reach = 0;

    for (size_t i = 0; i < commune->households_listed; i++) {
        const struct tn_household *h = &commune->household[i];
        reach += fits(&a->who, h->village, h->status, h->planned, h);
    }
    for (size_t v = 0; v < commune->villages; v++)
        for (int status = 0; status < TN_STATUSES; status++)
            for (int planned = 0; planned < 2; planned++)
                if (fits(&a->who, v, (enum tn_status)status, planned, NULL))
                    reach += counted_only(commune, v, (enum tn_status)status, planned);
    return reach;
}

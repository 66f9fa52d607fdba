#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Of GSL only functions are used that end on every argument. Its samplers (a NaN hangs the
# binomial one), its quantiles of sorted data (a NaN is a crash), its inverse of the beta law
# (fails from n = 1,000, hangs from 1e7) and its random generators set up from the environment
# stay out; num/interval and num/philox stand in their place.
known='gsl_cdf_ugaussian_Pinv gsl_cdf_tdist_Q gsl_sf_result gsl_sf_gammastar_e gsl_sf_lngamma
gsl_sf_psi gsl_sf_psi_1 gsl_sf_log_1plusx_mx_e gsl_qrng gsl_qrng_alloc gsl_qrng_free gsl_qrng_get
gsl_qrng_sobol gsl_integration_fixed_workspace gsl_integration_fixed_alloc
gsl_integration_fixed_laguerre gsl_integration_fixed_nodes gsl_integration_fixed_weights
gsl_integration_fixed_free gsl_set_error_handler_off'
found=$(grep -rhv '^#include' src/num src/study --include='*.c' --include='*.h' | grep -oE '\bgsl_[a-zA-Z0-9_]+' | sort -u)
bad=
for f in $found; do
    case " $(echo $known) " in *" $f "*) ;; *) bad="$bad $f" ;; esac
done
[ -z "$bad" ] || { echo "functions of GSL that nobody has looked at:$bad"; exit 1; }

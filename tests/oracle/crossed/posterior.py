# SPDX-License-Identifier: GPL-3.0-or-later
# posterior.py NAME AREAS YEARS LOGIT MOST SEED K M -- a panel whose areas and years cross, drawn
# from known effects, and its posterior by brute force: Gauss-Legendre in both sds (K nodes each,
# in s / (1 + s)); at each pair 2^M Sobol points about the mode of beta and shocks, weighted; areas
# by 21 Gauss-Hermite nodes each. pred0: exits of 12 households of area 1 in a new year, x = 0;
# pred1: of a new area. Writes NAME_data.csv and NAME_exact.csv.
import numpy as np, sys
from scipy.stats import qmc, norm
from numpy.polynomial.hermite_e import hermegauss
from numpy.polynomial.legendre import leggauss
name=sys.argv[1]; A=int(sys.argv[2]); T=int(sys.argv[3]); level=float(sys.argv[4]); nmax=int(sys.argv[5]); seed=int(sys.argv[6])
rng=np.random.default_rng(seed)
u=rng.normal(0,.5,A); e=rng.normal(0,.4,T)
n=rng.integers(1,nmax+1,(A,T)).astype(float); x=rng.integers(0,2,(A,T)).astype(float)
y=rng.binomial(n.astype(int),1/(1+np.exp(-(level+1.1*x+u[:,None]+e[None])))).astype(float)
with open(f'{name}_data.csv','w') as f:
    f.write('group,year,n,x,y\n')
    for a in range(A):
        for t in range(T): f.write(f'{a+1},{t+1},{n[a,t]:.0f},{x[a,t]:.0f},{y[a,t]:.0f}\n')
d=2+T; DIM=d+A
X=np.zeros((A*T,2)); X[:,0]=1; X[:,1]=x.ravel(); G=np.repeat(np.arange(A),T); Y=np.tile(np.arange(T),A)
def joint_mode(su,se,start):
    w=start.copy()
    Z=np.zeros((A*T,DIM)); Z[:,:2]=X; Z[np.arange(A*T),2+Y]=se; Z[np.arange(A*T),d+G]=su
    P=np.ones(DIM); P[:2]=1/6.25
    for it in range(60):
        eta=Z@w; p=1/(1+np.exp(-eta)); g=Z.T@(y.ravel()-n.ravel()*p)-P*w; W=n.ravel()*p*(1-p)
        H=(Z*W[:,None]).T@Z+np.diag(P); s=np.linalg.solve(H,g)
        w=w+s
        if g@s<1e-12: break
    return w,H
K=int(sys.argv[7]) if len(sys.argv)>7 else 36
M=int(sys.argv[8]) if len(sys.argv)>8 else 9
gl,gw=leggauss(K); wv=(gl+1)/2*0.83; ww=gw/2*.83   # s=w/(1-w) up to 3
S=wv/(1-wv); J=ww/(1-wv)**2
sob=qmc.Sobol(d,scramble=True,seed=7).random(2**M); Zn=norm.ppf(sob); NU=21
hz,hw=hermegauss(NU); hlw=np.log(hw)-.5*np.log(2*np.pi)+.5*hz**2
n3=n[None,:,None,:]; y3=y[None,:,None,:]
start=np.zeros(DIM); res=[]
grid=np.linspace(-8,8,4001)
tot=0; acc={}
samples=[];weights=[];us=[];uv=[]
nd=12; pk=None
from math import lgamma
kk=np.arange(nd+1); lc=np.array([lgamma(nd+1)-lgamma(k+1)-lgamma(nd-k+1) for k in kk])
pz,pw=hermegauss(31); pw=pw/pw.sum()
ref=None
def logsumexp(a,axis): m=a.max(axis,keepdims=True); return (m+np.log(np.exp(a-m).sum(axis,keepdims=True))).squeeze(axis)
pred=np.zeros((2,nd+1)); moments=np.zeros((DIM+2,2)); W0=0
B=[];WT=[]
CG=None;CD=np.zeros((2,4001))
from scipy.special import ndtr
for i in range(K):
    for j in range(K):
        su,se=S[i],S[j]
        w,H=joint_mode(su,se,start); start=w
        Zh=norm.ppf(qmc.Sobol(d,scramble=True,seed=77+1000*i+j).random(2**(M-1))); Zn=np.vstack([Zh,-Zh]); Zn=Zn@np.linalg.inv(np.linalg.cholesky(Zn.T@Zn/len(Zn))).T
        C=np.linalg.inv(H); Cx=C[:d,:d]; L=np.linalg.cholesky(Cx)
        Zp=np.zeros((A*T,DIM)); Zp[:,:2]=X; Zp[np.arange(A*T),2+Y]=se; Zp[np.arange(A*T),d+G]=su
        et_=Zp@w; lap=(y.ravel()*et_-n.ravel()*np.logaddexp(0,et_)).sum()-.5*(w[:2]**2).sum()/6.25-.5*(w[2:]**2).sum()-.5*np.linalg.slogdet(H)[1]-.5*su**2-.5*se**2+np.log(J[i]*J[j])
        best=lap if i==0 and j==0 else max(best,lap)
        if lap<best-11: continue
        xs=w[:d]+Zn@L.T*1.05
        lq=-.5*(Zn**2).sum(1)-np.log(np.diag(L)).sum()-d*np.log(1.05)-d/2*np.log(2*np.pi)
        # per area: conditional mode given x (linear) and scale
        Huu=np.diag(H)[d:]; Hux=H[d:,:d]
        um=w[d:][None]-((xs-w[:d])@Hux.T)/Huu[None]
        eta0=xs[:,0][:,None,None]+xs[:,1][:,None,None]*x[None]+se*xs[:,2:][:,None,:]
        for _ in range(2):
            p=1/(1+np.exp(-(eta0+su*um[:,:,None]))); gz=su*(y[None]-n[None]*p).sum(2)-um; hz2=su*su*(n[None]*p*(1-p)).sum(2)+1
            um=um+gz/hz2
        sc=1/np.sqrt(hz2)
        z=um[:,:,None]+sc[:,:,None]*hz
        et=eta0[:,:,None,:]+su*z[...,None]
        ll=(y3*et-n3*np.logaddexp(0,et)).sum(3)-.5*z**2+hlw+np.log(sc)[:,:,None]
        la=logsumexp(ll,2); wz=np.exp(ll-la[:,:,None])
        lp=la.sum(1)-.5*(xs[:,:2]**2).sum(1)/6.25-.5*(xs[:,2:]**2).sum(1)-np.log(2*np.pi*6.25)-T/2*np.log(2*np.pi)
        lp+=-.5*su**2-.5*se**2+2*np.log(2/np.sqrt(2*np.pi))
        lw=lp-lq+np.log(J[i]*J[j]/2**M)
        if ref is None: ref=lw.max()
        wt=np.exp(lw-ref)
        if wt.sum()<1e-9*max(W0,1e-300) : continue
        m1=su*(wz*z).sum(2); m2=su*su*(wz*z*z).sum(2)
        W0+=wt.sum()
        moments[:2,0]+=wt@xs[:,:2]; moments[:2,1]+=wt@xs[:,:2]**2
        moments[2:d,0]+=se*(wt@xs[:,2:]); moments[2:d,1]+=se*se*(wt@xs[:,2:]**2)
        moments[d:d+A,0]+=wt@m1; moments[d:d+A,1]+=wt@m2
        moments[d+A]+=wt.sum()*np.array([su,su*su]); moments[d+A+1]+=wt.sum()*np.array([se,se*se])
        if CG is None: CG=np.array([np.linspace(w[q]-14*np.sqrt(Cx[q,q]),w[q]+14*np.sqrt(Cx[q,q]),4001) for q in range(2)])
        for q in range(2):
            sd_=1.05*np.sqrt(Cx[q,q]); wb=wt.mean()
            ex=np.histogram(xs[:,q],bins=CG[q],weights=wt-wb)[0]
            CD[q]+=len(wt)*wb*ndtr((CG[q]-w[q])/sd_); CD[q][1:]+=np.cumsum(ex)
        B.append(np.column_stack([xs[:,:2],np.full(len(wt),su),np.full(len(wt),se)])); WT.append(wt)
        # new year: area 1, x=0, 12 households; and a new area
        sel=slice(None,None,4)
        for q in range(2):
            base=xs[sel,0]
            if q==0: zz=z[sel,0]*su; wzz=wz[sel,0]
            else: zz=np.broadcast_to(su*hz,(base.size,NU)); wzz=np.broadcast_to(np.exp(hlw-.5*hz**2),(base.size,NU))
            L4=base[:,None,None]+zz[:,:,None]+se*pz
            W4=(4*wt[sel])[:,None,None]*wzz[:,:,None]*pw
            lp1=-np.logaddexp(0,-L4); lp0=-np.logaddexp(0,L4)
            for k in kk: pred[q,k]+=(W4*np.exp(lc[k]+k*lp1+(nd-k)*lp0)).sum()
B=np.vstack(B);WT=np.concatenate(WT)
print('exits',y.sum(),'of',n.sum(),'logml',ref+np.log(W0), 'ESS',WT.sum()**2/(WT**2).sum())
out=open(f'{name}_exact.csv','w')
names=['b0','b1']+[f'e{t+1}' for t in range(T)]+[f'u{a+1}' for a in range(A)]+['s','sy']
for k,nm in enumerate(names):
    m=moments[k,0]/W0; s=np.sqrt(moments[k,1]/W0-m*m); out.write(f'{nm},mean,{m:.12g}\n{nm},sd,{s:.12g}\n')
for c,nm in enumerate(['b0','b1','s','sy']):
    o=np.argsort(B[:,c]); cw=np.cumsum(WT[o])-WT[o]/2; cw/=WT.sum()
    for q in (.05,.5,.95):
        v=np.interp(q,CD[c]/CD[c][-1],CG[c]) if c<2 else 0
        if c>1:
            uq,idx=np.unique(B[o,c],return_index=True)
            mass=np.add.reduceat(WT[o],idx)/WT.sum()
            # density on GL nodes -> polynomial interpolation of density in w, integrate
            dens=np.zeros(K); Ssel=np.searchsorted(S,uq-1e-12); dens[Ssel]=mass/ww[Ssel]
            from scipy.interpolate import BarycentricInterpolator
            bi=BarycentricInterpolator(wv,dens); fw=np.linspace(0,.83,20001); cd=np.concatenate([[0],np.cumsum(bi((fw[1:]+fw[:-1])/2))*(fw[1]-fw[0])]); cd/=cd[-1]
            t=np.interp(q,cd,fw); v=t/(1-t)
        out.write(f'{nm},q{int(q*100):02d},{v:.12g}\n')
pred/=pred.sum(1,keepdims=True)
for q in range(2):
    for k in kk: out.write(f'pred{q}_{k},p,{pred[q,k]:.12g}\n')
out.write(f'log_marginal,value,{ref+np.log(W0):.12g}\n')

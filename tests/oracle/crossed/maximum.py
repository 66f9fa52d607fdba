# SPDX-License-Identifier: GPL-3.0-or-later
# maximum.py NAME B0 B1 S SY NODES -- how far (b0, b1, s, sy) is from the most likely parameters of
# NAME_data.csv: Newton's step by differences of the likelihood, whose shocks go by NODES^years
# Gauss-Hermite nodes about their mode and whose areas by 27 each.
import numpy as np, sys
from numpy.polynomial.hermite_e import hermegauss
name=sys.argv[1]; th=np.array([float(v) for v in sys.argv[2:6]]); Q=int(sys.argv[6])
D=np.loadtxt(f'{name}_data.csv',delimiter=',',skiprows=1); A=int(D[:,0].max());T=int(D[:,1].max())
n=D[:,2].reshape(A,T);x=D[:,3].reshape(A,T);y=D[:,4].reshape(A,T)
hz,hw=hermegauss(27); hl=np.log(hw)-.5*np.log(2*np.pi)+.5*hz**2
qz,qw=hermegauss(Q); ql=np.log(qw)-.5*np.log(2*np.pi)+.5*qz**2
from itertools import product
idx=np.array(list(product(range(Q),repeat=T))); Z=qz[idx]; LW=ql[idx].sum(1)
keep=LW-.5*(Z**2).sum(1)>np.log(1e-11); Z=Z[keep]; LW=LW[keep]
def areas(b0,b1,s,sy,E):
    e0=b0+b1*x[None]+sy*E[:,None,:]; um=np.zeros((len(E),A))
    for _ in range(8):
        p=1/(1+np.exp(-(e0+s*um[:,:,None]))); g=s*(y-n*p).sum(2)-um; h=s*s*(n*p*(1-p)).sum(2)+1; um=um+g/h
    sc=1/np.sqrt(h); out=np.zeros(len(E))
    z=um[:,:,None]+sc[:,:,None]*hz
    et=e0[:,:,None,:]+s*z[...,None]
    ll=(y[None,:,None,:]*et-n[None,:,None,:]*np.logaddexp(0,et)).sum(3)-.5*z**2+hl+np.log(sc)[:,:,None]
    m=ll.max(2,keepdims=True); return (m[:,:,0]+np.log(np.exp(ll-m).sum(2))).sum(1)
def ll(t):
    b0,b1,s,sy=t
    E=np.zeros(T)
    def f(E): return areas(b0,b1,s,sy,E[None])[0]-.5*E@E
    for _ in range(12):
        h=1e-4; I=np.eye(T)*h
        pts=np.array([E]+[E+I[i] for i in range(T)]+[E-I[i] for i in range(T)]+[E+I[i]+I[j] for i in range(T) for j in range(i)]+[E-I[i]-I[j] for i in range(T) for j in range(i)])
        F=areas(b0,b1,s,sy,pts)-.5*(pts**2).sum(1)
        f0=F[0];fp=F[1:T+1];fm=F[T+1:2*T+1]; g=(fp-fm)/(2*h); H=np.diag((fp+fm-2*f0)/h**2); k=2*T+1; K=T*(T-1)//2; q=0
        for i in range(T):
            for j in range(i):
                H[i,j]=H[j,i]=(F[k+q]+F[k+K+q]-fp[i]-fp[j]-fm[i]-fm[j]+2*f0)/(2*h*h); q+=1
        st=np.linalg.solve(H,g)
        if np.abs(st).max()<1e-6: break
        E=E-st
    L=np.linalg.cholesky(np.linalg.inv(-H)); P=E+Z@L.T; v=[]
    for c in range(0,len(P),4000): v.append(areas(b0,b1,s,sy,P[c:c+4000]))
    v=np.concatenate(v)-.5*(P**2).sum(1)+LW; m=v.max()
    return m+np.log(np.exp(v-m).sum())+np.log(np.diag(L)).sum()
h=np.array([.004,.004,.004,.004]); f0=ll(th); g=np.zeros(4);H=np.zeros((4,4)); I=np.eye(4)
def d4(i): # fourth order
    a=[ll(th+k*h[i]*I[i]) for k in (-2,-1,1,2)]; return a
for i in range(4):
    a=d4(i); g[i]=(a[0]-8*a[1]+8*a[2]-a[3])/(12*h[i]); H[i,i]=(-a[0]+16*a[1]-30*f0+16*a[2]-a[3])/(12*h[i]**2)
for i in range(4):
    for j in range(i):
        H[i,j]=H[j,i]=(ll(th+h*I[i]+h*I[j])+ll(th-h*I[i]-h*I[j])-ll(th+h*I[i]-h*I[j])-ll(th-h*I[i]+h*I[j]))/(4*h[i]*h[j])
print('ll',f0,'step to exact',-np.linalg.solve(H,g),'se',np.sqrt(np.diag(np.linalg.inv(-H))))

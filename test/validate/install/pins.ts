/** Judges that Go builds, as `go install` and `go mod download` take them; requirements.txt has those that Python brings. */
export const PINS = {
  kubeconform: 'github.com/yannh/kubeconform/cmd/kubeconform@v0.8.0',
  'kube-score': 'github.com/zegl/kube-score/cmd/kube-score@v1.20.0',
  /** For the CRD of HTTPRoute, whole. */
  gatewayApi: 'sigs.k8s.io/gateway-api@v1.6.3',
} as const;

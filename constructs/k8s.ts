// The objects alone: the package's index loads thirty modules of constructs that nothing here uses.
export import k8s = require('cdk8s-plus-28/lib/imports/k8s');

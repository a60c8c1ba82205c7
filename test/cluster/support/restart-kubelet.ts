import { spawnSync } from 'node:child_process';

/** How to restart a node's kubelet is the machine's affair: RESTART_KUBELET holds the command. @throws without it, or when it fails. */
export const restartKubelet = (): void => {
  const command = process.env.RESTART_KUBELET;
  if (!command)
    throw new Error(
      'RESTART_KUBELET must hold the command that restarts the kubelet of this cluster: RESTART_KUBELET="minikube ssh -- sudo systemctl restart kubelet", or test/cluster/images/restart-kubelet.sh for ../shared/cluster',
    );
  const { status, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`RESTART_KUBELET ended with ${status}: ${stderr}`);
};

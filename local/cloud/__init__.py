"""AWS on this machine: MiniStack, and serverless.yml deployed to it by osls.

Start a MiniStack, give it to `deploy`, store the secrets through the Deployment that it returns,
and call its functions: `deployment.invoke("skill", request)`.
"""

from local.cloud.deploying import DeployFailed, deploy
from local.cloud.deployment import Deployment, FunctionFailed
from local.cloud.ministack import MiniStack, MiniStackFailed
from local.cloud.ports import PortInUse, steady_port

__all__ = [
    "DeployFailed",
    "Deployment",
    "FunctionFailed",
    "MiniStack",
    "MiniStackFailed",
    "PortInUse",
    "deploy",
    "steady_port",
]

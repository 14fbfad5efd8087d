using System.Runtime.InteropServices;
using AmpSpec.Cli;

var host = Host.OfProcess();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
{
    signal.Cancel = true;
    if (!host.Interrupt())
    {
        Environment.Exit(Exit.Interrupted);
    }
});
return CommandLine.Run(args, host);

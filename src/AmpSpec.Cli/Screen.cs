using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace AmpSpec.Cli;

/// <summary>What people see: laid out for the terminal they have, plain and unwrapped where there is none.</summary>
internal sealed class Screen(Host host)
{
    private const int Unbounded = 10_000;

    public static readonly Style Plain = Style.Plain;
    public static readonly Style Faint = new(decoration: Decoration.Dim);
    public static readonly Style Strong = new(decoration: Decoration.Bold);
    public static readonly Style Good = new(Color.Green);
    public static readonly Style Bad = new(Color.Red, decoration: Decoration.Bold);

    /// <summary>A line, wrapped at words on a terminal.</summary>
    public void Line(string text = "", Style? style = null) => Show(new Text(text, style ?? Plain));

    /// <summary>Labels on the left, what they say on the right.</summary>
    public void Pairs(IEnumerable<(string Label, string Text)> pairs, int indent = 0)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(indent).PadRight(2)).AddColumn(new GridColumn().Padding(0, 0, 0, 0));
        foreach (var (label, text) in pairs)
        {
            grid.AddRow(new Text(label, Faint), new Text(text));
        }

        Show(grid);
    }

    /// <summary>Anything that can be drawn. Trailing blanks are taken away.</summary>
    public void Show(IRenderable what)
    {
        var drawn = new StringWriter(CultureInfo.InvariantCulture);
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = host.Colours ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = host.Colours ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(drawn),
        });
        console.Profile.Width = host.Width ?? Unbounded;
        console.Profile.Capabilities.Unicode = true;
        console.Write(what);
        foreach (var line in drawn.ToString().TrimEnd('\n').Split('\n'))
        {
            host.Out.WriteLine(line.TrimEnd());
        }
    }
}
